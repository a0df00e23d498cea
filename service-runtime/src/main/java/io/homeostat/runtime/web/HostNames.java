package io.homeostat.runtime.web;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that this service answers to: those of loopback, and those that were allowed. Immutable. */
final class HostNames {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Numbers alone: 127.example.org is somebody else's name. */
    private static final Pattern LOOPBACK_NUMBER = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private final Set<String> names;

    HostNames(Collection<String> allowed) {
        this.names = Stream.concat(LOOPBACK.stream(), allowed.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an address is loopback's, so that nobody else reaches what is bound to it. */
    static boolean isLoopback(@Nullable String address) {
        return address != null
                && (LOOPBACK.contains(address)
                        || LOOPBACK_NUMBER.matcher(address).matches());
    }

    /** Whether a {@code Host} header, with or without a port, names this service. */
    boolean includeHost(@Nullable String header) {
        if (header == null) {
            return false;
        }
        String host = header.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
        return names.contains(host);
    }

    /** Whether an {@code Origin} is a page of the host that the request is addressed to. */
    boolean isSameOrigin(String origin, @Nullable String hostHeader) {
        try {
            URI uri = URI.create(origin);
            String host = uri.getHost();
            if (host == null) {
                return false;
            }
            String authority = uri.getPort() < 0 ? host : host + ":" + uri.getPort();
            return hostHeader != null && authority.equalsIgnoreCase(hostHeader) && includeHost(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
