package io.homeostat.monitor.machinery;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {

    private static final Instant START = Instant.parse("2026-11-24T08:15:00Z");

    private final OpenAlerts alerts = new OpenAlerts();
    private final List<AlertEvent> told = new ArrayList<>();
    private SignsOfLife signs = new SignsOfLife(alerts, 0);
    private long now;

    @Test
    void tellsOnceOfAHealerThatFallsSilentAndOnceOfItsReturn() {
        seconds(3, "monitor-service", "healer-service");
        seconds(60, "monitor-service");
        assertThat(told).singleElement().satisfies(fired -> {
            assertThat(fired.state()).isEqualTo(AlertState.FIRING);
            assertThat(fired.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(fired.ruleId()).isEqualTo("homeostat-heartbeat");
            assertThat(fired.stream()).isEqualTo("homeostat");
            assertThat(fired.sensorId()).isEqualTo("healer");
            assertThat(fired.reasonCode()).isEqualTo("heartbeat-missing");
            assertThat(fired.reason()).isEqualTo("healer has given no sign of life for 15 s");
            assertThat(fired.sequence()).isEqualTo(1);
            assertThat(fired.value()).isNull();
            assertThat(fired.source()).isNull();
        });

        seconds(5, "monitor-service", "healer-service");
        assertThat(told).hasSize(2);
        AlertEvent resolved = told.get(1);
        assertThat(resolved.alertId()).isEqualTo(told.get(0).alertId());
        assertThat(resolved.state()).isEqualTo(AlertState.RESOLVED);
        assertThat(resolved.sequence()).isEqualTo(2);
        assertThat(resolved.openedAt()).isEqualTo(told.get(0).openedAt());
        assertThat(resolved.resolvedAt()).isEqualTo(START.plusSeconds(63));
    }

    @Test
    void waitsForFifteenSecondsAndNoShorter() {
        seconds(1, "monitor-service", "healer-service");
        seconds(14, "monitor-service");
        assertThat(told).isEmpty();

        seconds(1, "monitor-service");
        assertThat(told).hasSize(1);
    }

    @Test
    void onlyWarnsOfAnotherService() {
        seconds(1, "monitor-service", "producer-service");
        seconds(15, "monitor-service");

        assertThat(told).extracting(AlertEvent::severity).containsExactly(Severity.WARNING);
        assertThat(told).extracting(AlertEvent::sensorId).containsExactly("producer");
    }

    @Test
    void missesNobodyWhoWasNeverHeard() {
        seconds(60, "monitor-service");

        assertThat(told).isEmpty();
    }

    @Test
    void takesAnOutageOfTheBrokerForNoSilence() {
        seconds(3, "monitor-service", "healer-service");
        seconds(120);
        // each gets its whole time to come back itself
        seconds(14, "monitor-service");
        assertThat(told).isEmpty();

        seconds(2, "monitor-service");
        assertThat(told).hasSize(1);
    }

    @Test
    void takesAPauseOfItsOwnForNoSilence() {
        seconds(3, "monitor-service", "healer-service");
        now += 60_000;
        seconds(14, "monitor-service");
        assertThat(told).isEmpty();

        seconds(2, "monitor-service");
        assertThat(told).hasSize(1);
    }

    @Test
    void countsOnAfterAShortPauseOfItsOwn() {
        seconds(1, "monitor-service", "healer-service");
        for (int i = 0; i < 6; i++) {
            seconds(3, "monitor-service");
            now += 2_500;
        }

        assertThat(told).hasSize(1);
    }

    @Test
    void waitsLongerForAServiceWhoseOnlyHeartbeatIsOfThePast() {
        signs.expect("healer-service", "healer-1", "0:7");
        seconds(59, "monitor-service");
        assertThat(told).isEmpty();

        seconds(1, "monitor-service");

        assertThat(told).hasSize(1);
    }

    @Test
    void doesNotRepeatWhatASuccessorFindsOpen() {
        seconds(1, "monitor-service", "healer-service");
        seconds(20, "monitor-service");
        OpenAlerts found = new OpenAlerts();
        told.forEach(found::remember);
        told.clear();
        signs = new SignsOfLife(found, now);
        signs.expect("healer-service", "healer-service-1", "0:1");

        seconds(30, "monitor-service");
        assertThat(told).isEmpty();

        seconds(1, "healer-service");
        assertThat(told).extracting(AlertEvent::sequence).containsExactly(2L);
    }

    @Test
    void givesTheSameSilenceTheSameIdAndAnotherAnother() {
        signs.expect("healer-service", "healer-1", "0:7");
        seconds(60, "monitor-service");
        String id = told.get(0).alertId();
        told.clear();

        OpenAlerts others = new OpenAlerts();
        SignsOfLife successor = new SignsOfLife(others, 0);
        successor.expect("healer-service", "healer-1", "0:7");
        for (int second = 1; second <= 60; second++) {
            successor.hear("monitor-service", "m", "0:" + second, second * 1_000L);
            told.addAll(successor.look(second * 1_000L, START));
        }
        assertThat(told).extracting(AlertEvent::alertId).containsExactly(id);

        seconds(1, "healer-service");
        told.clear();
        seconds(15, "monitor-service");
        assertThat(told).extracting(AlertEvent::alertId).doesNotContain(id).hasSize(1);
    }

    @Test
    void hearsAServiceAsLongAsOneOfItsInstancesSpeaks() {
        signs.expect("healer-service", "healer-1", "0:1");
        for (int i = 0; i < 90; i++) {
            signs.hear("healer-service", "healer-2", "0:2", now);
            seconds(1, "monitor-service");
        }

        assertThat(told).isEmpty();
    }

    @Test
    void endsTheAlertOfAServiceThatIsExpectedNoMore() {
        signs.expect("producer-service", "producer-1", "0:1");
        seconds(60, "monitor-service");
        told.addAll(signs.forget("producer-1", START.plusSeconds(20)));

        assertThat(told).extracting(AlertEvent::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        assertThat(told).extracting(AlertEvent::reasonCode).endsWith("heartbeat-expected-no-more");
        seconds(60, "monitor-service");
        assertThat(told).hasSize(2);
    }

    /** So many seconds pass, four looks in each, and in each these services are heard. */
    private void seconds(int count, String... services) {
        for (int i = 0; i < count; i++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                now += 250;
                if (quarter == 0) {
                    for (String service : services) {
                        signs.hear(service, service + "-1", "0:" + now, now);
                    }
                }
                told.addAll(signs.look(now, START.plusSeconds(now / 1_000)));
            }
        }
    }
}
