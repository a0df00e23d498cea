package io.homeostat.monitor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.homeostat.model.rule.RuleFault;
import io.homeostat.runtime.rules.RuleYaml;
import io.homeostat.runtime.rules.TextPlace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleValidationTest {

    private final RuleExaminer examiner = new RuleExaminer(
            rule -> rule.when().kind().equals("threshold")
                    ? List.of()
                    : List.of(
                            new RuleFault("when.kind", rule.when().kind(), "one of threshold", "threshold"),
                            new RuleFault("when.above", null, "given")),
            List.of("temperature"));

    @Test
    void saysNothingAgainstAValidRuleAndHowItWouldStandOnTheTopic() {
        RuleValidation validation = validate("{id: r, when: {kind: threshold, above: 30}}", null);

        assertThat(validation.errors()).isEmpty();
        assertThat(validation.rule()).containsEntry("for", "PT0S").containsEntry("severity", "warning");
    }

    @Test
    void pointsAtTheNameThatIsWrongAndAtTheValueThatIsWrong() {
        RuleValidation validation = validate("id: r\nsevrity: info\nwhen: {kind: treshold}\n", null);

        assertThat(validation.rule()).isNull();
        assertThat(validation.errors())
                .extracting(PlacedFault::path, PlacedFault::hint, PlacedFault::place)
                .contains(
                        tuple("sevrity", "severity", new TextPlace(2, 1, 2, 8)),
                        tuple("when.kind", "threshold", new TextPlace(3, 14, 3, 22)));
    }

    @Test
    void pointsAtWhatLacksWhatIsMissing() {
        RuleValidation validation = validate("id: r\nwhen: {kind: treshold}\n", null);

        assertThat(validation.errors())
                .filteredOn(fault -> fault.path().equals("when.above"))
                .extracting(PlacedFault::place)
                .containsExactly(new TextPlace(2, 1, 2, 5));
    }

    @Test
    void hasNoPlaceOfWhatIsMissingInTheRuleItself() {
        assertThat(validate("severity: info\n", null).errors())
                .extracting(PlacedFault::path, PlacedFault::place)
                .contains(tuple("when", null));
    }

    @Test
    void holdsTheIdToThatOfTheRuleWhichItReplaces() {
        assertThat(validate("{id: other, when: {kind: threshold}}", "r").errors())
                .singleElement()
                .satisfies(fault -> assertThat(fault.hint()).isEqualTo("r"));
    }

    @Test
    void hasNoPlacesOfJson() {
        RuleBody json = new RuleBody(Map.of("id", "r", "when", Map.of("kind", "treshold")), null);

        assertThat(RuleValidation.of(examiner, json, null).errors())
                .allSatisfy(fault -> assertThat(fault.place()).isNull());
    }

    private RuleValidation validate(String yaml, @Nullable String id) {
        return RuleValidation.of(examiner, new RuleBody((Map<?, ?>) RuleYaml.load(yaml), RuleYaml.outline(yaml)), id);
    }
}
