package io.homeostat.monitor.sensors;

import io.homeostat.monitor.ledger.Ledger;
import java.time.Duration;
import java.util.function.Supplier;

/** What Kafka has of sensors, and the one way in which this monitor changes it. Thread-safe. */
class SensorLedger extends Ledger<KnownSensors, SensorRecord> {

    /**
     * A ledger that is not followed yet.
     *
     * @param patience for how long a change is tried
     */
    SensorLedger(Supplier<SensorsReader> readers, Supplier<SensorWriter> writers, Duration patience) {
        super("sensor", readers, writers, patience);
    }

    @Override
    protected KnownSensors with(KnownSensors known, SensorRecord changed) {
        known.take(changed);
        return known;
    }

    @Override
    protected boolean holds(KnownSensors known, SensorRecord changed) {
        return known.holds(changed);
    }
}
