package io.homeostat.monitor.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.monitor.TestMonitor;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoMonitorsIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @Test
    void theSecondWithADatabaseOfItsOwnSaysThatItNeedsPostgres(@TempDir Path folder) {
        try (KillableKafka broker = RealKafka.start(folder.resolve("kafka"));
                TestMonitor first = TestMonitor.startOn(broker.bootstrapServers(), folder.resolve("one"))) {
            await().atMost(BOUND)
                    .untilAsserted(() -> assertThat(
                                    first.get("/actuator/health/readiness").statusCode())
                            .isEqualTo(200));
            try (TestMonitor second = TestMonitor.startOn(
                    broker.bootstrapServers(), folder.resolve("two"), "--homeostat.instance=another")) {
                await().atMost(BOUND)
                        .untilAsserted(
                                () -> assertThat(second.get("/actuator/health").body())
                                        .contains("Another monitor (test-monitor", "two monitors need PostgreSQL"));
                assertThat(second.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            }
        }
    }
}
