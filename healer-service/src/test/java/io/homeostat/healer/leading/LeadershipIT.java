package io.homeostat.healer.leading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.healer.recovering.guards.Authority;
import io.homeostat.model.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two healers on one Kafka. */
class LeadershipIT {

    /** What the issue of the healers allows. */
    private static final Duration TAKEOVER = Duration.ofSeconds(10);

    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void oneLeadsAndTheOtherTakesOverWithANewerGeneration() throws Exception {
        try (KillableKafka kafka = RealKafka.start(folder.resolve("kafka"))) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic(Topics.RULES, 1, (short) 1)))
                        .all()
                        .get();
            }
            Leadership first = healer(kafka, "first");
            first.start();
            await().atMost(BOUND).until(() -> first.authority() == Authority.FULL);
            Leadership second = healer(kafka, "second");
            second.start();
            try {
                await().during(Duration.ofSeconds(2))
                        .atMost(BOUND)
                        .until(() -> first.authority() == Authority.FULL && second.authority() == Authority.NONE);
                long before = Objects.requireNonNull(first.generation());

                first.stop(); // a member that is static does not say that it goes

                await().atMost(TAKEOVER).until(() -> second.authority() == Authority.FULL);
                assertThat(first.authority()).as("the other's time is over").isNotEqualTo(Authority.FULL);
                assertThat(second.generation()).isGreaterThan(before);
            } finally {
                second.stop();
            }
        }
    }

    private Leadership healer(KillableKafka kafka, String name) {
        return new Leadership(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                name,
                new LeadMark(folder.resolve(name)),
                () -> System.nanoTime() / 1_000_000);
    }
}
