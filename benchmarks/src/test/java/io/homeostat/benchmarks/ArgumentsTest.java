package io.homeostat.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static final Set<String> KNOWN = Set.of("repeat", "only");

    @Test
    void takesAValueAfterAnEqualsSignOrAfterASpace() {
        Arguments given = new Arguments(new String[] {"--repeat", "5", "--only=kill-monitor"}, KNOWN);

        assertThat(given.number("repeat", 1, 1)).isEqualTo(5);
        assertThat(given.text("only")).isEqualTo("kill-monitor");
    }

    @Test
    void refusesANameWithoutAValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Arguments(new String[] {"--repeat"}, KNOWN))
                .withMessageContaining("must be --name=value")
                .withMessageContaining("was \"--repeat\"");
    }

    @Test
    void refusesANameThatNobodyKnows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Arguments(new String[] {"--repeats=5"}, KNOWN))
                .withMessageContaining("[only, repeat]");
    }
}
