package io.homeostat.producer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.fixtures.RealKafka;
import io.homeostat.producer.ProducerServiceApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("slow")
class FleetRateIT {

    private static final Duration MEASURED = Duration.ofSeconds(20);

    @TempDir
    Path dataDir;

    @Test
    void holdsTwentyThousandReadingsASecondFromAThousandSensors() {
        RealKafka broker = RealKafka.shared();
        try (ConfigurableApplicationContext service = SpringApplication.run(
                ProducerServiceApplication.class,
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--homeostat.data-dir=" + dataDir,
                "--homeostat.streams=" + broker.uniqueName("fleet"),
                "--homeostat.simulation.scenario=fleet",
                "--homeostat.simulation.sensors=1000",
                "--homeostat.simulation.rate=20000",
                "--homeostat.simulation.seed=1")) {
            Simulation simulation = service.getBean(Simulations.class).all().get(0);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> simulation.view().acknowledged() > 100_000);
            long before = simulation.view().acknowledged();
            Instant from = Instant.now();
            Awaitility.await()
                    .atMost(MEASURED.plusSeconds(10))
                    .until(() -> Instant.now().isAfter(from.plus(MEASURED)));
            double seconds = Duration.between(from, Instant.now()).toMillis() / 1000.0;
            double rate = (simulation.view().acknowledged() - before) / seconds;
            System.out.printf("fleet of 1000 sensors: %.0f readings/s acknowledged, 20000 wanted%n", rate);

            assertThat(rate).isGreaterThan(19_000);
        }
    }
}
