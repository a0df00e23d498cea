package io.homeostat.monitor.machinery;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which alerts the services' heartbeats begin and end. A service is silent when no instance of it was heard; the time of
 * its silence is counted only while somebody else is heard, so that neither an outage of the broker nor a pause of this
 * process is taken for it. All times are monotonic. Not thread-safe.
 */
final class SignsOfLife {

    /** For so long a service must be silent, while others are heard. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    /** For so long who is known from before only: when all start together, one is slower than the other. */
    static final Duration FIRST_SILENCE = Duration.ofSeconds(60);

    /** If nobody at all was heard for so long, the broker is away, or this service cannot reach it. */
    static final Duration NOBODY = Duration.ofSeconds(3);

    /** A longer time between two looks is a pause of our own, in which we could have heard nothing. */
    static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private static final String HEALER = "healer";
    private static final String SUFFIX = "-service";

    private static final class Heard {
        private final Set<String> instances = new HashSet<>();
        private String place = "";
        private long silentMillis;
        private boolean sinceLastLook;
    }

    private final OpenAlerts alerts;
    private final Map<String, Heard> targets = new TreeMap<>();
    private long looked;
    private long anybodyAt;

    SignsOfLife(OpenAlerts alerts, long nowMillis) {
        this.alerts = alerts;
        this.looked = nowMillis;
        this.anybodyAt = nowMillis;
    }

    /**
     * A service was heard before this began: it is expected to be heard again.
     *
     * @param place the heartbeat's on its topic
     */
    void expect(String service, String instance, String place) {
        heard(service, instance, place).silentMillis =
                SILENCE.minus(FIRST_SILENCE).toMillis();
    }

    /** A service is heard now. */
    void hear(String service, String instance, String place, long nowMillis) {
        Heard heard = heard(service, instance, place);
        heard.silentMillis = 0;
        heard.sinceLastLook = true;
        anybodyAt = nowMillis;
    }

    /** An instance is expected no more; with the last of its service its alert ends. */
    List<AlertEvent> forget(String instance, Instant at) {
        List<AlertEvent> ended = new ArrayList<>();
        targets.forEach((target, heard) -> {
            if (heard.instances.remove(instance) && heard.instances.isEmpty()) {
                alerts.of(MachineryRule.HEARTBEAT, target)
                        .ifPresent(open -> ended.add(alerts.resolve(open, Finding.expectedNoMore(target), at)));
            }
        });
        targets.values().removeIf(heard -> heard.instances.isEmpty());
        return ended;
    }

    /** Looks who is silent, and says what is to be told of it. */
    List<AlertEvent> look(long nowMillis, Instant at) {
        long passed = nowMillis - looked;
        looked = nowMillis;
        boolean nobody = nowMillis - anybodyAt > NOBODY.toMillis();
        boolean counts = !nobody && passed <= LONGEST_LOOK.toMillis();
        List<AlertEvent> told = new ArrayList<>();
        targets.forEach((target, heard) -> {
            if (nobody) {
                // when the broker is back, each gets its whole time to come back itself
                heard.silentMillis = Math.min(heard.silentMillis, 0);
            } else if (heard.sinceLastLook) {
                heard.sinceLastLook = false;
                alerts.of(MachineryRule.HEARTBEAT, target)
                        .ifPresent(open -> told.add(alerts.resolve(open, Finding.heardAgain(target), at)));
            } else if (counts) {
                heard.silentMillis += passed;
                if (heard.silentMillis >= SILENCE.toMillis()
                        && alerts.of(MachineryRule.HEARTBEAT, target).isEmpty()) {
                    told.add(alerts.fire(
                            MachineryRule.HEARTBEAT,
                            target,
                            heard.place,
                            target.equals(HEALER) ? Severity.CRITICAL : Severity.WARNING,
                            Finding.silent(target, SILENCE.toSeconds()),
                            at));
                }
            }
        });
        return told;
    }

    private Heard heard(String service, String instance, String place) {
        Heard heard = targets.computeIfAbsent(target(service), unknown -> new Heard());
        heard.instances.add(instance);
        heard.place = place;
        return heard;
    }

    /** The target of a service's name: {@code healer} of {@code healer-service}. */
    private static String target(String service) {
        return service.endsWith(SUFFIX) && service.length() > SUFFIX.length()
                ? service.substring(0, service.length() - SUFFIX.length())
                : service;
    }
}
