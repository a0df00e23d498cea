package io.homeostat.monitor.rules;

import static io.homeostat.monitor.rules.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.Topics;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.runtime.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RuleLedgerTest {

    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final MockConsumer<byte[], byte[]> committed = new MockConsumer<>("earliest");
    private final MockConsumer<byte[], byte[]> uncommitted = new MockConsumer<>("earliest");
    private final List<MockProducer<byte[], byte[]>> begun = new ArrayList<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private long end;

    private final RuleLedger ledger =
            new RuleLedger(() -> new RulesReader(committed, uncommitted), this::writer, PATIENCE);

    @BeforeEach
    void seed() {
        Node node = new Node(0, "unused", 1);
        committed.updatePartitions(
                Topics.RULES, List.of(new PartitionInfo(Topics.RULES, 0, node, new Node[] {node}, new Node[] {node})));
        committed.updateBeginningOffsets(Map.of(RulesReader.RULES, 0L));
        onTopic(Topics.RULES_SET_MARK, "{}");
        onTopic(rule("r", 1));
    }

    @Test
    void writesAVersionToTheRulesAndToTheirHistoryInOneTransaction() {
        Rule written = ledger.change(now -> rule("r", now.get("r").version() + 1));

        assertThat(written.version()).isEqualTo(2);
        assertThat(ledger.known().get("r")).isEqualTo(written);
        assertThat(begun).singleElement().satisfies(producer -> {
            assertThat(producer.transactionCommitted()).isTrue();
            assertThat(producer.closed()).isTrue();
            assertThat(producer.history())
                    .extracting(ProducerRecord::topic)
                    .containsExactly(Topics.RULES, Topics.RULES_HISTORY);
        });
    }

    @Test
    void waitsForATopicThatIsMadeAfterIt() {
        committed.updatePartitions(Topics.RULES, List.of());
        assertThatThrownBy(() -> ledger.change(now -> rule("r", 2))).isInstanceOf(ProblemException.class);

        seed();

        assertThat(ledger.change(now -> rule("r", 2)).version()).isEqualTo(2);
    }

    @Test
    void decidesAnewOnWhatTheOneWroteWhoWasQuicker() {
        failures.add(new ProducerFencedException("another has begun"));
        List<Integer> seen = new ArrayList<>();

        Rule written = ledger.change(now -> {
            int version = now.get("r").version();
            seen.add(version);
            if (version == 1) {
                onTopic(rule("r", 2));
            }
            return rule("r", version + 1);
        });

        assertThat(seen).containsExactly(1, 2);
        assertThat(written.version()).isEqualTo(3);
        assertThat(begun.get(0).history()).isEmpty();
    }

    @Test
    void doesNotWriteTwiceWhatWasCommittedThoughTheAnswerWasLost() {
        failures.add(new TimeoutException("no answer"));

        Rule written = ledger.change(now -> {
            onTopic(rule("r", 2));
            return rule("r", 2);
        });

        assertThat(written.version()).isEqualTo(2);
        assertThat(begun).hasSize(2);
        assertThat(begun.get(1).history()).isEmpty();
    }

    @Test
    void writesNothingThatTheRulesDoNotAllow() {
        assertThatThrownBy(() -> ledger.change(now -> now.get("unknown"))).isInstanceOf(ProblemException.class);

        assertThat(begun).singleElement().satisfies(producer -> {
            assertThat(producer.transactionInFlight()).isFalse();
            assertThat(producer.closed()).isTrue();
        });
    }

    @Test
    void givesUpAfterAWhileAndSaysThatItMayBeTriedAgain() {
        for (int i = 0; i < 1_000; i++) {
            failures.add(new ProducerFencedException("another has begun"));
        }

        assertThatThrownBy(() -> ledger.change(now -> rule("r", 2)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.getStatusCode().value()).isEqualTo(503);
                    assertThat(e.getHeaders().getFirst("Retry-After")).isNotNull();
                });
    }

    @Test
    void decidesNothingWhileSomebodysTransactionIsOpen() {
        end++;
        uncommitted.updateEndOffsets(Map.of(RulesReader.RULES, end));

        assertThatThrownBy(() -> ledger.change(now -> rule("r", 2)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(503));
        assertThat(begun).allSatisfy(producer -> assertThat(producer.history()).isEmpty());
    }

    @Test
    void passesOverWhatIsNoRule() {
        onTopic("r", "not a rule");
        onTopic("other", "{\"id\":\"other\"}");

        Rule written = ledger.change(now -> rule("r", now.get("r").version() + 1));

        assertThat(written.version()).isEqualTo(2);
        assertThat(ledger.known().newest("other")).isNull();
    }

    @Test
    void saysThatTheRulesWereNotReadYet() {
        assertThatThrownBy(ledger::known)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(503));
    }

    private RuleWriter writer() {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producer.commitTransactionException = failures.poll();
        begun.add(producer);
        return new RuleWriter(producer);
    }

    private void onTopic(Rule rule) {
        onTopic(rule.id(), new String(RuleJson.write(rule), StandardCharsets.UTF_8));
    }

    private void onTopic(String key, String value) {
        long offset = end++;
        uncommitted.updateEndOffsets(Map.of(RulesReader.RULES, end));
        committed.schedulePollTask(() -> committed.addRecord(new ConsumerRecord<>(
                Topics.RULES,
                0,
                offset,
                key.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8))));
    }
}
