package io.homeostat.model.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.MessageFormatException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatJsonTest {

    private static final Instant AT = Instant.parse("2026-11-24T08:15:00.250Z");

    @Test
    void survivesTheWayThroughJson() {
        Heartbeat full = new Heartbeat("m-1", "monitor-service", AT, 4711, 90_000, 0.25, 0.01, 5_000_000L, 0.02, 3);
        Heartbeat bare = new Heartbeat("p-1", "producer-service", AT, 4712, 1, null, 0, null, null, null);

        assertThat(HeartbeatJson.read(HeartbeatJson.write(full))).isEqualTo(full);
        assertThat(HeartbeatJson.read(HeartbeatJson.write(bare))).isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "not json", "{}", "{\"instance\": \"a\"}", "{\"instance\": {}}"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> HeartbeatJson.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MessageFormatException.class);
    }
}
