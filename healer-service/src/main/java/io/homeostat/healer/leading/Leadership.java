package io.homeostat.healer.leading;

import io.homeostat.healer.recovering.guards.Authority;
import io.homeostat.healer.watching.Watcher;
import io.homeostat.model.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This healer's place in the group of the healers. Thread-safe.
 *
 * <p>The topic of the rules has one partition, and whom the group gives it leads. It is never read here. Each half second
 * an offset is committed for it, which the coordinator takes from members of the present generation only: that is the
 * proof that {@link Tenure} asks for. The membership is static, so that a healer that starts again leads at once; one that
 * does not come back is replaced after the session's time.
 */
public final class Leadership extends Watcher {

    static final String GROUP = "homeostat-healers";
    static final Duration SESSION = Duration.ofSeconds(6);

    private static final Logger log = LoggerFactory.getLogger(Leadership.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Map<TopicPartition, OffsetAndMetadata> SEAT =
            Map.of(new TopicPartition(Topics.RULES, 0), new OffsetAndMetadata(0));

    private final Tenure tenure;
    private final LeadMark mark;
    private final Map<String, Object> settings;
    private final LongSupplier millis;
    private @Nullable Consumer<byte[], byte[]> member;

    Leadership(Map<String, Object> connection, String instance, LeadMark mark, LongSupplier millis) {
        super("leadership", Duration.ofMillis(400));
        this.mark = mark;
        this.tenure = new Tenure(mark.isSet());
        this.millis = millis;
        this.settings = new HashMap<>(connection);
        settings.keySet().retainAll(ConsumerConfig.configNames());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "leadership@" + instance);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance.replaceAll("[^A-Za-z0-9._-]", "_"));
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 15_000);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, StickyAssignor.class.getName());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    /** What this healer may do now. */
    public Authority authority() {
        return tenure.authority(millis.getAsLong());
    }

    /** The group's generation that goes with every order; {@code null} while the lead is not proved. */
    public @Nullable Long generation() {
        return tenure.generation();
    }

    @Override
    protected void look() {
        Consumer<byte[], byte[]> here = member;
        if (here == null) {
            here = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            here.subscribe(List.of(Topics.RULES), new Seat(here));
            member = here;
        }
        here.poll(POLL);
        if (here.assignment().isEmpty()) {
            return;
        }
        long sentAtMillis = millis.getAsLong();
        try {
            here.commitSync(SEAT, ANSWER);
            tenure.proved(here.groupMetadata().generationId(), sentAtMillis);
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            log.debug("The lead is not proved now", e); // the next poll tells more
        }
    }

    @Override
    protected void release() {
        if (member != null) {
            member.close(CloseOptions.timeout(Duration.ofMillis(500)));
            member = null;
        }
    }

    /** Hears who has the partition. */
    private final class Seat implements ConsumerRebalanceListener {

        private final Consumer<?, ?> consumer;

        private Seat(Consumer<?, ?> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
            if (partitions.isEmpty()) {
                dismiss();
                return;
            }
            tenure.appointed();
            mark.set();
            log.info("This healer leads");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            dismiss();
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            dismiss();
        }

        private void dismiss() {
            tenure.dismissed();
            mark.clear();
            log.info("This healer does not lead");
        }
    }
}
