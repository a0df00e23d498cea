package io.homeostat.runtime.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.sensor.Sensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SensorsInForceTest {

    private final SensorBook book = new SensorBook();

    @Test
    void beginsWithWhatTheBookHas() {
        book.put(sensor("a", null));
        assertThat(new SensorsInForce(book).get()).containsOnlyKeys("a");
    }

    @Test
    void changesOnlyWhenItIsRenewedAndLooksTwiceASecondAtMost() {
        SensorsInForce sensors = new SensorsInForce(book);
        book.put(sensor("a", null));
        assertThat(sensors.get()).isEmpty();
        assertThat(sensors.renew(10_000)).isTrue();
        assertThat(sensors.get()).containsOnlyKeys("a");
        book.remove("a");
        assertThat(sensors.renew(10_499)).isFalse();
        assertThat(sensors.renew(10_500)).isTrue();
        assertThat(sensors.get()).isEmpty();
    }

    @Test
    void isTheSameEditionWhileNothingChanges() {
        book.put(sensor("a", null));
        SensorsInForce sensors = new SensorsInForce(book);
        Map<String, Sensor> before = sensors.get();
        book.put(sensor("a", null));
        book.remove("unknown");
        assertThat(sensors.renew(0)).isFalse();
        assertThat(sensors.get()).isSameAs(before);
    }

    @Test
    void neverChangesAnEditionThatWasGiven() {
        book.put(sensor("a", null));
        SensorBook.Edition edition = book.current();
        book.put(sensor("b", null));
        assertThat(edition.sensors()).containsOnlyKeys("a");
        assertThat(book.current().number()).isNotEqualTo(edition.number());
        assertThat(book.current()).isSameAs(book.current());
    }

    @Test
    void findsHomeByTheGroupIfThereIsOne() {
        book.put(sensor("a", "hall"));
        book.put(sensor("b", null));
        SensorsInForce sensors = new SensorsInForce(book);
        assertThat(sensors.homeKey("a")).isEqualTo("hall");
        assertThat(sensors.homeKey("b")).isEqualTo("b");
        assertThat(sensors.homeKey("unknown")).isEqualTo("unknown");
    }

    private static Sensor sensor(String id, @Nullable String group) {
        return new Sensor("temperature", id, Map.of(), null, null, null, group, null);
    }
}
