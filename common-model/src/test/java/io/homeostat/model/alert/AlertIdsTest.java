package io.homeostat.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertIdsTest {

    private static final long TIME = 1_795_421_700_250L;

    @Test
    void isTheSameForTheSameBeginning() {
        assertThat(AlertIds.of(TIME, "rule/sensor")).isEqualTo(AlertIds.of(TIME, "rule/sensor"));
    }

    @Test
    void differsWithTheIdentityAndWithTheTime() {
        assertThat(AlertIds.of(TIME, "rule/sensor"))
                .isNotEqualTo(AlertIds.of(TIME, "rule/other"))
                .isNotEqualTo(AlertIds.of(TIME + 1, "rule/sensor"));
    }

    @Test
    void sortsByTheTimeWhateverTheIdentity() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(AlertIds.of(TIME + i, "a" + i)).isLessThan(AlertIds.of(TIME + i + 1, "b" + i));
        }
    }

    @Test
    void isAUuidOfVersionEight() {
        UUID id = UUID.fromString(AlertIds.of(TIME, "rule/sensor"));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME);
    }
}
