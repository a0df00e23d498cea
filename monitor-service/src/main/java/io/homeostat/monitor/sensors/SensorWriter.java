package io.homeostat.monitor.sensors;

import io.homeostat.model.Topics;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.model.sensor.SensorJson;
import io.homeostat.monitor.ledger.LedgerWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes what is known of one sensor to the topic {@code sensors}. Not thread-safe. */
final class SensorWriter extends LedgerWriter<SensorRecord> {

    /** A writer that closes the producer which it is given. */
    SensorWriter(Producer<byte[], byte[]> producer) {
        super(producer);
    }

    @Override
    @SuppressWarnings("NullAway") // a record without a value says that the sensor is forgotten
    protected List<ProducerRecord<byte[], byte[]>> records(SensorRecord changed) {
        Sensor sensor = changed.sensor();
        byte[] value = sensor == null ? null : SensorJson.write(sensor);
        return List.of(new ProducerRecord<>(Topics.SENSORS, changed.key().getBytes(StandardCharsets.UTF_8), value));
    }
}
