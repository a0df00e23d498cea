package io.homeostat.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuietPlanTest {

    @Test
    void takesTwoHoursOfWhichAQuarterOfAnHourIsBusy() {
        QuietPlan plan = QuietPlan.of(new String[0]);

        assertThat(plan.ordinary().plus(plan.busy())).isEqualTo(Duration.ofHours(2));
        assertThat(plan.busy()).isEqualTo(Duration.ofMinutes(15));
        assertThat(plan.busyRate()).isEqualTo(20_000);
    }

    @Test
    void saysWhichArgumentsThereAre() {
        assertThatThrownBy(() -> QuietPlan.of(new String[] {"--hours=2"}))
                .hasMessageContaining("busy-minutes")
                .hasMessageContaining("--hours=2");
    }
}
