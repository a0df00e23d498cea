package io.homeostat.monitor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleFormatException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleExaminerTest {

    private static final Map<String, Object> WHEN = Map.of("kind", "threshold", "above", 30);

    private final RuleExaminer examiner = new RuleExaminer(
            rule -> rule.when().kind().equals("threshold")
                    ? List.of()
                    : List.of(new RuleFault("when.kind", rule.when().kind(), "threshold")),
            List.of("temperature", "pressure"));

    @Test
    void takesTheIdFromTheAddressAndPassesOverTheVersion() {
        assertThat(examiner.examine(Map.of("when", WHEN, "version", "any", "deleted", false), "r"))
                .satisfies(rule -> {
                    assertThat(rule.id()).isEqualTo("r");
                    assertThat(rule.version()).isEqualTo(1);
                });
    }

    @Test
    void findsWhatIsWrongWithTheFormTheSenseTheStreamAndTheAddressAtOnce() {
        assertThatThrownBy(() -> examiner.examine(
                        Map.of(
                                "id", "other",
                                "deleted", true,
                                "severity", "loud",
                                "stream", "presure",
                                "when", Map.of("kind", "treshold")),
                        "r"))
                .isInstanceOfSatisfying(RuleFormatException.class, e -> {
                    assertThat(e.faults())
                            .extracting(RuleFault::path)
                            .containsExactlyInAnyOrder("id", "deleted", "severity", "stream", "when.kind");
                    assertThat(e.faults()).extracting(RuleFault::hint).contains("pressure", "r");
                });
    }
}
