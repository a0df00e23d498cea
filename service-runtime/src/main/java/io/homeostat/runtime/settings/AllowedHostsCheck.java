package io.homeostat.runtime.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks that hosts are names or addresses alone, without scheme and port, and writes them in lower case. */
final class AllowedHostsCheck {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}]");

    private AllowedHostsCheck() {}

    static List<String> checked(List<String> hosts) {
        for (String host : hosts) {
            if (!HOST.matcher(host).matches()) {
                throw RefusedSettingException.of(
                        "homeostat.allowed-hosts",
                        "host names or addresses without scheme and port, such as monitor.example or [fd00::1]",
                        '"' + host + '"');
            }
        }
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }
}
