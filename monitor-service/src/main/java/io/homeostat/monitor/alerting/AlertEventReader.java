package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what stands on the topic of alerts; what cannot be read, or not be kept, is empty. Thread-safe. */
@Component
class AlertEventReader {

    private static final int LONGEST_NAME = 200;

    Optional<ProjectedEvent> read(ConsumerRecord<?, byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            return Optional.empty();
        }
        try {
            AlertEvent event = AlertEventJson.read(value);
            if (!isComplete(event)) {
                return Optional.empty();
            }
            String body = new String(value, StandardCharsets.UTF_8);
            return Optional.of(new ProjectedEvent(event, body, record.partition(), record.offset()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("ConstantConditions") // a field that is missing from the JSON is null whatever its type says
    private static boolean isComplete(AlertEvent event) {
        return Stream.of(event.alertId(), event.ruleId(), event.stream(), event.sensorId(), event.reasonCode())
                        .allMatch(name -> name != null && !name.isEmpty() && name.length() <= LONGEST_NAME)
                && Stream.of(
                                event.state(),
                                event.severity(),
                                event.event(),
                                event.reason(),
                                event.openedAt(),
                                event.at())
                        .allMatch(field -> field != null);
    }
}
