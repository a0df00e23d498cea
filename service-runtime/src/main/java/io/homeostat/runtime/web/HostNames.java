package io.homeostat.runtime.web;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that this service answers to: those of loopback, and those that were allowed. Immutable. */
final class HostNames {

    private final Set<String> names;

    HostNames(Collection<String> allowed) {
        this.names = Stream.concat(Loopback.NAMES.stream(), allowed.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
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
