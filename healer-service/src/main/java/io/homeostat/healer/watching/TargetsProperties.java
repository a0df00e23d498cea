package io.homeostat.healer.watching;

import io.homeostat.healer.signals.Role;
import io.homeostat.runtime.settings.Allowed;
import io.homeostat.runtime.settings.RefusedSettingException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom the healer watches, by name. Immutable.
 *
 * @param targets in the order of their names
 */
@ConfigurationProperties("homeostat")
public record TargetsProperties(@DefaultValue Map<String, Target> targets) {

    public TargetsProperties {
        targets = Collections.unmodifiableMap(new TreeMap<>(targets));
        for (Map.Entry<String, Target> one : targets.entrySet()) {
            for (String other : one.getValue().dependsOn()) {
                if (!targets.containsKey(other) || other.equals(one.getKey())) {
                    throw RefusedSettingException.of(
                            "homeostat.targets." + one.getKey() + ".depends-on",
                            "names of other targets; there are " + String.join(", ", targets.keySet()),
                            other);
                }
            }
        }
    }

    /** Those that are watched: a service whose address is left blank is not. */
    Map<String, Target> watched() {
        Map<String, Target> watched = new TreeMap<>(targets);
        watched.values()
                .removeIf(target ->
                        target.role() == Role.SERVICE && target.at("/").isEmpty());
        return watched;
    }

    /**
     * One target.
     *
     * @param url where its HTTP interface is; a service without one is not watched
     * @param role what it is
     * @param dependsOn the targets without which it cannot work
     * @param service the name in its heartbeats; {@code null}: it sends none
     * @param pipeline its part in the flow, {@code monitor} or {@code healer}, where it has a pipeline; {@code null}: none
     * @param grace for how long it may stay unseen after the healer's start before that is told
     */
    public record Target(
            @Nullable String url,
            @DefaultValue("service") Role role,
            @DefaultValue List<String> dependsOn,
            @Nullable String service,
            @Nullable String pipeline,
            @DefaultValue("PT60S") Duration grace) {

        public Target {
            dependsOn = List.copyOf(dependsOn);
            if (url != null && !url.isBlank() && !url.matches("https?://[^/].*")) {
                throw RefusedSettingException.of(
                        "homeostat.targets.<name>.url", "an address that begins with http:// or https://", url);
            }
            Allowed.positive("homeostat.targets.<name>.grace", grace, Duration.ofDays(1));
        }

        /** An address below its own; empty if it is not asked by HTTP. */
        public Optional<URI> at(String path) {
            return url == null || url.isBlank()
                    ? Optional.empty()
                    : Optional.of(URI.create(url.replaceAll("/+$", "") + path));
        }
    }
}
