package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.fixtures.KafkaProbe;
import java.nio.charset.StandardCharsets;
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

/** One sensor's readings are judged in one place, whatever partitions they came on. */
class RehomingIT {

    private static final int PARTITIONS = 4;
    private static final int PAIRS = 1_000;

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

    @Test
    void firesAndResolvesEachTimeABreachElsewhereIsClearedAtHomeRightAfter() throws InterruptedException {
        long rehomedBefore = rehomed();
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        int home = home("hasty");
        int elsewhere = (home + 1) % PARTITIONS;
        AtomicInteger sent = new AtomicInteger();
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        pace.scheduleAtFixedRate(
                () -> {
                    int i = sent.getAndIncrement();
                    if (i < 2 * PAIRS) {
                        boolean breach = i % 2 == 0;
                        send(breach ? elsewhere : home, "hasty", breach ? 45 : 20, start.plusMillis(5L * i));
                    } else {
                        pace.shutdown();
                    }
                },
                0,
                5,
                TimeUnit.MILLISECONDS);
        assertThat(pace.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        homeostat.probe().flush();

        List<AlertSpan> expected = IntStream.range(0, PAIRS)
                .mapToObj(i -> new AlertSpan("hasty", start.plusMillis(10L * i), start.plusMillis(10L * i + 5)))
                .toList();
        AlertSpan last = expected.get(PAIRS - 1);
        List<AlertSpan> spans = AlertSpan.of(
                homeostat.awaitAlertEvents(
                        events -> AlertSpan.of(events, "hasty").contains(last)),
                "hasty");
        assertThat(spans).containsExactlyInAnyOrderElementsOf(expected);
        awaitRehomed(rehomedBefore + PAIRS);
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
