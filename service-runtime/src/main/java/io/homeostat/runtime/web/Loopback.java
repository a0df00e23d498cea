package io.homeostat.runtime.web;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses that nobody outside of this machine reaches. */
public final class Loopback {

    static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Numbers alone: 127.example.org is somebody else's name. */
    private static final Pattern NUMBER = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private Loopback() {}

    /** Whether an address is loopback's; {@code null} is every address of the machine. */
    public static boolean isAddress(@Nullable String address) {
        return address != null
                && (NAMES.contains(address) || NUMBER.matcher(address).matches());
    }
}
