package io.homeostat.monitor.sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.sensor.Sensor;
import io.homeostat.monitor.ledger.Precondition;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SensorDeskTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:15:00Z");
    private static final Precondition NONE = new Precondition(null);

    private final KnownSensors known = new KnownSensors();

    @Test
    void declaresASensorFromNowOn() {
        assertThat(put(sensor("PT10S", null), NONE, NOW).declaredAt()).isEqualTo(NOW);
        assertThat(put(sensor(null, null), NONE, NOW).declaredAt()).isNull();
    }

    @Test
    void keepsSinceWhenItIsExpectedUnlessItIsExpectedOtherwise() {
        Sensor first = take(put(sensor("PT10S", "a"), NONE, NOW));
        Instant later = NOW.plusSeconds(60);

        assertThat(put(sensor("PT10S", "a"), seen(first), later).declaredAt()).isEqualTo(NOW);
        assertThat(put(sensor("PT20S", "a"), seen(first), later).declaredAt()).isEqualTo(later);
        // it starts afresh beside other sensors
        assertThat(put(sensor("PT10S", "b"), seen(first), later).declaredAt()).isEqualTo(later);
    }

    @Test
    void holdsAChangeToWhatItWasMadeFor() {
        Sensor first = take(put(sensor("PT10S", null), NONE, NOW));
        assertProblem(NONE, 428, "GET /api/sensors/temperature/hall%2Fb");
        assertProblem(new Precondition("\"other\""), 412, "is not what If-Match names");
        assertThat(put(sensor(null, null), seen(first), NOW).expectedInterval()).isNull();
        assertThat(put(sensor(null, null), new Precondition("*"), NOW)).isNotNull();
    }

    @Test
    void refusesAConditionOnASensorOfWhichNothingIsKnown() {
        assertProblem(new Precondition("\"any\""), 412, "leave the header out");
    }

    @Test
    void hasAnotherTagForWhatIsOtherwise() {
        assertThat(SensorTag.of(sensor("PT10S", null))).isEqualTo(SensorTag.of(sensor("PT10S", null)));
        assertThat(SensorTag.of(sensor("PT10S", null))).isNotEqualTo(SensorTag.of(sensor("PT11S", null)));
        assertThat(SensorTag.of(sensor("PT10S", null))).matches("\"[0-9a-f]{24}\"");
    }

    private void assertProblem(Precondition seen, int status, String part) {
        assertThatThrownBy(() -> put(sensor("PT10S", null), seen, NOW))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.getStatusCode().value()).isEqualTo(status);
                    assertThat(e.getBody().getDetail()).contains(part);
                });
    }

    private Sensor put(Sensor sensor, Precondition seen, Instant now) {
        return Objects.requireNonNull(SensorDesk.put(known, sensor, seen, now).sensor());
    }

    private Sensor take(Sensor sensor) {
        known.take(new SensorRecord(sensor.key(), sensor));
        return sensor;
    }

    private static Precondition seen(Sensor sensor) {
        return new Precondition(SensorTag.of(sensor));
    }

    private static Sensor sensor(@Nullable String interval, @Nullable String group) {
        return new Sensor(
                "temperature",
                "hall/b",
                Map.of("site", "a"),
                "°C",
                null,
                interval == null ? null : Duration.parse(interval),
                group,
                null);
    }
}
