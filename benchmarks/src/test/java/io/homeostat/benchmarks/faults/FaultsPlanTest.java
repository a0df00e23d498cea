package io.homeostat.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.homeostat.benchmarks.faults.catalogue.Catalogue;
import io.homeostat.benchmarks.faults.catalogue.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultsPlanTest {

    @Test
    void doesEveryFaultOnceAtTwoThousandReadingsASecondUnlessToldOtherwise() {
        FaultsPlan plan = FaultsPlan.of(new String[0]);

        assertThat(plan.faults()).isEqualTo(Catalogue.all());
        assertThat(plan.repeats()).isOne();
        assertThat(plan.rate()).isEqualTo(2_000);
        assertThat(plan.bound()).isEqualTo(Duration.ofMinutes(3));
        assertThat(plan.out()).isNull();
        assertThat(plan.strict()).isFalse();
    }

    @Test
    void takesItsOptionsWithASpaceOrAnEqualsSign() {
        FaultsPlan plan = FaultsPlan.of(new String[] {
            "--repeat",
            "5",
            "--only=kill-monitor,stop-healer",
            "--out",
            "x.csv",
            "--from=a.csv,b.csv",
            "--strict",
            "true"
        });

        assertThat(plan.faults()).extracting(Fault::name).containsExactly("kill-monitor", "stop-healer");
        assertThat(plan.repeats()).isEqualTo(5);
        assertThat(plan.out()).isEqualTo(Path.of("x.csv"));
        assertThat(plan.from()).containsExactly(Path.of("a.csv"), Path.of("b.csv"));
        assertThat(plan.strict()).isTrue();
    }

    @Test
    void refusesToRepeatNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultsPlan.of(new String[] {"--repeat", "0"}))
                .withMessage("--repeat must be a whole number from 1, was \"0\"");
    }
}
