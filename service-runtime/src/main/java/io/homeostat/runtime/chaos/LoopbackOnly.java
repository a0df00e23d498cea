package io.homeostat.runtime.chaos;

import io.homeostat.runtime.settings.RefusedSettingException;
import io.homeostat.runtime.web.Loopback;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Refuses fault injection where others than this machine's users could order it. */
final class LoopbackOnly {

    private LoopbackOnly() {}

    /** Throws if the service, or its actuator, is bound to more than loopback, or lies outside of the service's guards. */
    static void check(Environment environment) {
        String address = environment.getProperty("server.address");
        if (!Loopback.isAddress(address)) {
            throw refused("server.address", address);
        }
        String ofTheActuator = environment.getProperty("management.server.address");
        if (ofTheActuator != null && !Loopback.isAddress(ofTheActuator)) {
            throw refused("management.server.address", ofTheActuator);
        }
        String port = environment.getProperty("management.server.port");
        if (port != null && !port.equals(environment.getProperty("server.port"))) {
            throw new RefusedSettingException(
                    "homeostat.chaos.enabled must not be true with a management.server.port of its own, which the checks"
                            + " of calls that change something do not guard, was " + port);
        }
    }

    private static RefusedSettingException refused(String key, @Nullable String address) {
        return new RefusedSettingException(
                "homeostat.chaos.enabled must not be true unless %s is loopback's, such as 127.0.0.1, was %s"
                        .formatted(key, address == null ? "every address of this machine" : address));
    }
}
