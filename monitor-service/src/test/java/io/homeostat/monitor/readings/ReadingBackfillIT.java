package io.homeostat.monitor.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.monitor.TestMonitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Timeout(180)
class ReadingBackfillIT {

    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final String sensor = "backfill-" + UUID.randomUUID();
    private KafkaProbe kafka;

    @BeforeEach
    void open() {
        kafka = RealKafka.shared().probe();
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void aRestartDoesNotEmptyTheChartAndDoublesNoReading(@TempDir Path folder) {
        try (TestMonitor first = TestMonitor.start(folder)) {
            send(0, 20);
            awaitPoints(first, 20);
        }
        send(20, 30); // read by the backfill, and by the pipeline, which goes on here

        try (TestMonitor second = TestMonitor.start(folder)) {
            send(30, 31);
            awaitPoints(second, 31);

            assertThat(points(second)).containsExactlyElementsOf(expected(31));
            String after = "after-" + UUID.randomUUID();
            kafka.send("temperature", null, after, "{\"temperature\": 20}", null);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> second.get("/api/sensors/temperature/" + after).statusCode() == 200);
            assertThat(points(second)).containsExactlyElementsOf(expected(31));
        }
    }

    @Test
    void startsAndSaysOnceThatChartsAreEmptyWhileTheBrokerIsAway(@TempDir Path folder) {
        Logger logger = (Logger) LoggerFactory.getLogger(ReadingBackfill.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        try (TestMonitor monitor = TestMonitor.startOn("127.0.0.1:1", folder)) {
            logger.addAppender(log); // the start sets logging up anew, and the sentence comes ten seconds after it
            assertThat(monitor.get("/api/sensors").statusCode()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(60)).until(() -> log.list.size() == 1);
            await().during(Duration.ofSeconds(15))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> log.list.size() == 1);
            assertThat(log.list.get(0).getFormattedMessage()).startsWith("Charts begin empty until Kafka");
        } finally {
            logger.detachAppender(log);
        }
    }

    private void send(int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> kafka.send(
                        "temperature",
                        null,
                        sensor,
                        "{\"temperature\": %d, \"timestamp\": %d}".formatted(i, START.toEpochMilli() + i * 1_000L),
                        null));
    }

    private void awaitPoints(TestMonitor monitor, int count) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(points(monitor)).hasSizeGreaterThanOrEqualTo(count));
    }

    private List<ChartPoint> points(TestMonitor monitor) {
        return monitor.bean(RecentReadings.class).of("temperature", sensor).orElse(List.of());
    }

    private static List<ChartPoint> expected(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ChartPoint.of(START.toEpochMilli() + i * 1_000L, i))
                .toList();
    }
}
