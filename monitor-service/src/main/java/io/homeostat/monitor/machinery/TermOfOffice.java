package io.homeostat.monitor.machinery;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.Topics;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import io.homeostat.model.heartbeat.Heartbeat;
import io.homeostat.model.heartbeat.HeartbeatJson;
import io.homeostat.model.incident.IncidentEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The time in which it is this monitor's turn to write alerts about machinery. What is open is learned from the topic of
 * alerts at its beginning, and forgotten at its end. Not thread-safe.
 */
final class TermOfOffice {

    /** Positions are committed so often at least, and so do not expire with the group's age. */
    private static final Duration LONGEST_UNCOMMITTED = Duration.ofMinutes(1);

    private final Office office;
    private final MachineryTopics topics;
    private final AlertWriter writer;
    private final LongSupplier nowMillis;
    private final InstantSource clock;
    private final OpenAlerts alerts = new OpenAlerts();
    private final CallsForPeople calls = new CallsForPeople(alerts);
    private final KnownHeartbeats known = new KnownHeartbeats();
    private final SignsOfLife signs;

    TermOfOffice(
            Office office, MachineryTopics topics, AlertWriter writer, LongSupplier nowMillis, InstantSource clock) {
        this.office = office;
        this.topics = topics;
        this.writer = writer;
        this.nowMillis = nowMillis;
        this.clock = clock;
        this.signs = new SignsOfLife(alerts, nowMillis.getAsLong());
    }

    /** Serves until it is somebody else's turn. */
    void serve() {
        writer.begin();
        topics.begin();
        Map<TopicPartition, Long> ends = topics.now();
        while (!topics.readPast(ends, this::learn)) {
            if (!office.isOurs()) {
                return;
            }
        }
        known.tell(signs);
        topics.turnToWhatComes();
        long writtenAt = nowMillis.getAsLong() - LONGEST_UNCOMMITTED.toMillis();
        while (office.isOurs()) {
            List<AlertEvent> told = new ArrayList<>();
            List<IncidentEvent> incidents = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : topics.read()) {
                told.addAll(take(record, incidents));
            }
            // incidents of one target lie on several partitions, between which there is no other order
            incidents.sort(Comparator.comparing(IncidentEvent::at).thenComparing(IncidentEvent::sequence));
            incidents.forEach(event -> told.addAll(calls.take(event)));
            long now = nowMillis.getAsLong();
            told.addAll(signs.look(now, clock.instant()));
            if (!told.isEmpty() || !incidents.isEmpty() || now - writtenAt >= LONGEST_UNCOMMITTED.toMillis()) {
                writer.write(told, topics.positions(alerts.isEmpty()), office.metadata());
                writtenAt = now;
            }
        }
    }

    /** Takes a record of the past. */
    private void learn(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        try {
            if (record.topic().equals(Topics.ALERTS)) {
                if (value != null) {
                    alerts.remember(AlertEventJson.read(value));
                }
            } else if (value == null) {
                known.remove(key(record));
            } else {
                known.add(HeartbeatJson.read(value), place(record), record.timestamp());
            }
        } catch (MessageFormatException e) {
            // counted where it is projected, or no heartbeat at all
        }
    }

    /** Takes a record of what comes: a heartbeat at once, an incident's event among the others. */
    private List<AlertEvent> take(ConsumerRecord<byte[], byte[]> record, List<IncidentEvent> incidents) {
        byte @Nullable [] value = record.value();
        try {
            if (record.topic().equals(Topics.HEARTBEATS)) {
                if (value == null) {
                    return signs.forget(key(record), clock.instant());
                }
                Heartbeat heartbeat = HeartbeatJson.read(value);
                signs.hear(heartbeat.service(), heartbeat.instance(), place(record), nowMillis.getAsLong());
            } else if (record.topic().equals(Topics.INCIDENTS) && value != null) {
                incidents.add(IncidentEvent.read(value));
            }
        } catch (MessageFormatException e) {
            // counted where it is projected, or no heartbeat at all
        }
        return List.of();
    }

    private static String key(ConsumerRecord<byte @Nullable [], ?> record) {
        byte[] key = record.key();
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.partition() + ":" + record.offset();
    }
}
