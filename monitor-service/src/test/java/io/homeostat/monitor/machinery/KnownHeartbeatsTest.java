package io.homeostat.monitor.machinery;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.heartbeat.Heartbeat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownHeartbeatsTest {

    private static final Instant START = Instant.parse("2026-11-24T08:15:00Z");
    private static final long DAY_MILLIS = KnownHeartbeats.REMEMBERED.toMillis();

    private final KnownHeartbeats known = new KnownHeartbeats();

    @Test
    void expectsWhoWasHeardWithinTheLastDay() {
        known.add(heartbeat("healer-service"), "0:1", 0);
        known.add(heartbeat("monitor-service"), "0:2", DAY_MILLIS);

        assertThat(missed()).containsExactly("healer");
    }

    @Test
    void expectsNobodyWhoWasSilentForLonger() {
        known.add(heartbeat("producer-service"), "0:1", 0);
        known.add(heartbeat("monitor-service"), "0:2", DAY_MILLIS + 1);

        assertThat(missed()).isEmpty();
    }

    @Test
    void expectsNobodyWhoWasTakenOff() {
        known.add(heartbeat("producer-service"), "0:1", 0);
        known.remove("producer-service-1");

        assertThat(missed()).isEmpty();
    }

    /** Who is missed when only the monitor is heard from now on. */
    private List<String> missed() {
        SignsOfLife signs = new SignsOfLife(new OpenAlerts(), 0);
        known.tell(signs);
        List<AlertEvent> told = new ArrayList<>();
        for (long now = 1_000; now <= 120_000; now += 1_000) {
            signs.hear("monitor-service", "monitor-service-1", "0:3", now);
            told.addAll(signs.look(now, START));
        }
        return told.stream().map(AlertEvent::sensorId).toList();
    }

    private static Heartbeat heartbeat(String service) {
        return new Heartbeat(service + "-1", service, START, 1, 1, null, 0, null, null, null);
    }
}
