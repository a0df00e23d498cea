package io.homeostat.monitor.sensors;

import io.homeostat.model.Topics;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.sensor.SensorJson;
import io.homeostat.monitor.ledger.LedgerReader;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads the topic {@code sensors} from its beginning and on to its end. Not thread-safe. */
final class SensorsReader extends LedgerReader<KnownSensors> {

    private final KnownSensors known = new KnownSensors();

    /** A reader that has read nothing yet, and closes what it is given. */
    SensorsReader(Consumer<byte[], byte[]> committed, Consumer<byte[], byte[]> uncommitted) {
        super(committed, uncommitted, Topics.SENSORS);
    }

    @Override
    protected void take(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] bytes = record.key();
        String key = bytes == null ? Topics.SENSORS_SET_MARK : new String(bytes, StandardCharsets.UTF_8);
        if (key.equals(Topics.SENSORS_SET_MARK)) {
            return;
        }
        try {
            known.take(
                    new SensorRecord(key, SensorJson.read(key, record.value()).orElse(null)));
        } catch (RuleFormatException e) {
            // counted and said by the pipeline's follower, which passes over it as well
        }
    }

    @Override
    protected void forget() {
        known.forget();
    }

    @Override
    protected KnownSensors taken() {
        return known;
    }
}
