package io.homeostat.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.reading.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DoorMessageTest {

    private static final Reading READING = new Reading("boiler-ü7", 37.25, 1_795_421_700_250L, true);

    @Test
    void keepsAReadingOfASensorThatStandsAlone() {
        DoorMessage message = new DoorMessage("boiler-ü7", 0, READING, 2, 91_723, 1_795_421_700_300L);
        assertThat(DoorMessage.read(message.key(), message.value())).isEqualTo(message);
        assertThat(message.key()).isEqualTo("boiler-ü7".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void goesByTheGroupAndKeepsTheSensor() {
        DoorMessage message = new DoorMessage("hall-1", 0, READING, 2, 91_723, 1_795_421_700_300L);
        assertThat(DoorMessage.read(message.key(), message.value())).isEqualTo(message);
        assertThat(message.key()).isEqualTo("hall-1".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsCountOfTheHops() {
        DoorMessage message = new DoorMessage("boiler-ü7", 100, READING, 2, 91_723, 1_795_421_700_300L);
        assertThat(DoorMessage.read(message.key(), message.value())).isEqualTo(message);
    }

    @Test
    void isReadAsTheVersionBeforeGroupsWroteIt() {
        DoorMessage message = new DoorMessage("boiler-ü7", 0, READING, 2, 91_723, 1_795_421_700_300L);
        assertThat(message.value()).hasSize(38).startsWith(1);
    }

    @Test
    void refusesAKindThatItDoesNotKnow() {
        assertThatThrownBy(() -> DoorMessage.read(new byte[1], new byte[] {9}))
                .hasMessage("a message at the door must be of kind 1 or 2, was 9");
    }
}
