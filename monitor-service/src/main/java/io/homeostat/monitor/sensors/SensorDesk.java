package io.homeostat.monitor.sensors;

import io.homeostat.model.sensor.Sensor;
import io.homeostat.monitor.ledger.Precondition;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriUtils;

/** Decides what becomes of what is known of sensors when somebody wants it otherwise. Thread-safe. */
final class SensorDesk {

    private static final int MOST_SENSORS = 1_000_000;

    private final SensorLedger ledger;
    private final InstantSource clock;

    SensorDesk(SensorLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What lacks its condition is refused before anything else is looked at, as far as is known here. */
    void requireCondition(String stream, String sensorId, Precondition seen) {
        Sensor known = ledger.known().of(stream, sensorId);
        if (known != null && !seen.isSent()) {
            require(known, seen);
        }
    }

    /** Declares a sensor, or replaces what is known of it. */
    Sensor put(Sensor sent, Precondition seen) {
        Instant now = clock.instant();
        SensorRecord written = ledger.change(known -> put(known, sent, seen, now));
        return Objects.requireNonNull(written.sensor(), "what was put must be there");
    }

    /** Forgets what is known of a sensor. */
    void forget(String stream, String sensorId, Precondition seen) {
        var unused = ledger.change(known -> {
            Sensor current = known.of(stream, sensorId);
            if (current == null) {
                throw ProblemException.notFound("Nothing is known of the sensor \"%s/%s\" that could be forgotten."
                        .formatted(stream, sensorId));
            }
            require(current, seen);
            return new SensorRecord(current.key(), null);
        });
    }

    static SensorRecord put(KnownSensors known, Sensor sent, Precondition seen, Instant now) {
        Sensor before = known.of(sent.stream(), sent.id());
        if (before != null) {
            require(before, seen);
        } else if (seen.isSent()) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_FAILED,
                    "Nothing is known of the sensor \"%s\" that If-Match could name: leave the header out to declare it."
                            .formatted(sent.key()));
        } else if (known.count() >= MOST_SENSORS) {
            throw ProblemException.unprocessable(
                    "There must be at most %d sensors of which something is known: forget one first."
                            .formatted(MOST_SENSORS));
        }
        return new SensorRecord(sent.key(), sent.declaredAt(declaredAt(before, sent, now)));
    }

    /** A sensor that is expected otherwise, or starts afresh beside others, is expected from now on. */
    private static @Nullable Instant declaredAt(@Nullable Sensor before, Sensor sent, Instant now) {
        Duration interval = sent.expectedInterval();
        if (interval == null) {
            return null;
        }
        Instant since = before == null
                        || !interval.equals(before.expectedInterval())
                        || !Objects.equals(sent.group(), before.group())
                ? null
                : before.declaredAt();
        return since == null ? now : since;
    }

    private static void require(Sensor current, Precondition seen) {
        String path = "/api/sensors/" + current.stream() + "/" + UriUtils.encode(current.id(), "UTF-8");
        seen.require(
                path,
                SensorTag.of(current),
                "What is known of the sensor \"%s\" is not what If-Match names, %s"
                        .formatted(current.key(), seen.ifMatch()));
    }
}
