package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.fixtures.KafkaProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One sensor's readings are judged in one place, whatever partitions they came on. */
class RehomingIT {

    private static final int PARTITIONS = 4;
    private static final int PAIRS = 1_000;
    private static final int SENSORS = 20;
    private static final Duration PACE = Duration.ofMillis(5);

    private final RunningHomeostat homeostat = RunningHomeostat.shared();

    @Test
    void makesOneAlertOfReadingsOfOneSensorOnAllPartitions() {
        long rehomedBefore = rehomed();
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(2);
        int readings = 20 * PARTITIONS;
        for (int i = 0; i < readings; i++) {
            double value = i < readings - PARTITIONS ? 31 + i % 7 : 20;
            send(i % PARTITIONS, "spread", value, start.plusMillis(i));
        }
        homeostat.probe().flush();

        Instant cleared = start.plusMillis(readings - PARTITIONS);
        AlertSpan expected = new AlertSpan("spread", start, cleared);
        homeostat.awaitAlertEvents(events -> AlertSpan.of(events, "spread").equals(List.of(expected)));
        awaitRehomed(rehomedBefore + readings * (PARTITIONS - 1) / PARTITIONS);
        assertThat(AlertSpan.of(homeostat.awaitAlertEvents(events -> true), "spread"))
                .hasSizeLessThanOrEqualTo(1);
    }

    /** Of several sensors by turns, so that however slow the machine is no series has more readings than it may hold. */
    @Test
    void firesAndResolvesEachTimeABreachElsewhereIsClearedAtHomeRightAfter() throws InterruptedException {
        long rehomedBefore = rehomed();
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<AlertSpan> expected = IntStream.range(0, PAIRS)
                .mapToObj(pair -> {
                    Instant breach = start.plus(PACE.multipliedBy(2L * pair));
                    return new AlertSpan("hasty-" + pair % SENSORS, breach, breach.plus(PACE));
                })
                .toList();
        sendAtPace(expected);

        List<AlertSpan> spans = resolvedOf(
                homeostat.awaitAlertEvents(events -> resolvedOf(events).size() >= PAIRS));
        assertThat(spans).containsExactlyInAnyOrderElementsOf(expected);
        awaitRehomed(rehomedBefore + PAIRS);
    }

    /** For each alert a breach on a foreign partition and, a little later, the clearing reading at home. */
    private void sendAtPace(List<AlertSpan> alerts) throws InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        pace.scheduleAtFixedRate(
                () -> {
                    int i = sent.getAndIncrement();
                    if (i >= 2 * alerts.size()) {
                        pace.shutdown();
                        return;
                    }
                    AlertSpan alert = alerts.get(i / 2);
                    int home = home(alert.sensorId());
                    if (i % 2 == 0) {
                        send((home + 1) % PARTITIONS, alert.sensorId(), 45, alert.openedAt());
                    } else {
                        send(home, alert.sensorId(), 20, alert.openedAt().plus(PACE));
                    }
                },
                0,
                PACE.toMillis(),
                TimeUnit.MILLISECONDS);
        assertThat(pace.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        homeostat.probe().flush();
    }

    private static List<AlertSpan> resolvedOf(List<JsonNode> events) {
        return AlertSpan.of(events).stream()
                .filter(span -> span.sensorId().startsWith("hasty-") && span.resolvedAt() != null)
                .toList();
    }

    private void send(int partition, String sensorId, double value, Instant at) {
        String json =
                "{\"sensorId\": \"%s\", \"temperature\": %s, \"timestamp\": \"%s\"}".formatted(sensorId, value, at);
        KafkaProbe probe = homeostat.probe();
        probe.sendLater("temperature", partition, null, json);
    }

    /** Where Java's default partitioner would send a record with this key. */
    private static int home(String sensorId) {
        return Utils.toPositive(Utils.murmur2(sensorId.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    private long rehomed() {
        return homeostat.counted("homeostat_readings_rehomed_total");
    }

    private void awaitRehomed(long expected) {
        Awaitility.await().atMost(RunningHomeostat.BOUND).until(() -> rehomed() >= expected);
        assertThat(rehomed()).isEqualTo(expected);
    }
}
