package io.homeostat.monitor.incidents;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.incident.IncidentEvent;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads what stands on the topic of incidents; what cannot be read, or not be kept, is empty. */
final class IncidentEventReader {

    private static final int LONGEST_NAME = 200;

    private IncidentEventReader() {}

    static Optional<ProjectedStep> read(ConsumerRecord<?, byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            return Optional.empty();
        }
        try {
            IncidentEvent event = IncidentEvent.read(value);
            return canBeKept(event)
                    ? Optional.of(new ProjectedStep(event, record.partition(), record.offset()))
                    : Optional.empty();
        } catch (MessageFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean canBeKept(IncidentEvent event) {
        String verdict = event.verdict();
        return Stream.of(event.incidentId(), event.target(), event.kind(), event.event())
                        .allMatch(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                && (verdict == null || verdict.length() <= LONGEST_NAME);
    }
}
