package io.homeostat.monitor.rules;

import static io.homeostat.monitor.rules.Rules.deleted;
import static io.homeostat.monitor.rules.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.rule.Rule;
import io.homeostat.runtime.web.ProblemException;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleDeskTest {

    private static final KnownRules NOW = new KnownRules(Map.of("there", rule("there", 3), "gone", deleted("gone", 5)));

    @Test
    void makesTheFirstVersion() {
        assertThat(RuleDesk.created(NOW, rule("new", 1)).version()).isEqualTo(1);
    }

    @Test
    void goesOnWithTheVersionsOfARuleThatWasDeleted() {
        Rule again = RuleDesk.created(NOW, rule("gone", 1));

        assertThat(again.version()).isEqualTo(6);
        assertThat(again.deleted()).isFalse();
    }

    @Test
    void makesNoRuleTwice() {
        assertThatProblem(() -> RuleDesk.created(NOW, rule("there", 1)), 409, "at version 3; PUT /api/rules/there");
    }

    @Test
    void takesFiveHundredRulesAndNoMore() {
        Map<String, Rule> rules = new HashMap<>();
        for (int i = 1; i < 500; i++) {
            rules.put("r" + i, rule("r" + i, 1));
        }
        rules.put("gone", deleted("gone", 2));
        KnownRules almostAll = new KnownRules(rules);

        Rule last = RuleDesk.created(almostAll, rule("last", 1));

        assertThatProblem(() -> RuleDesk.created(almostAll.with(last), rule("over", 1)), 422, "at most 500 rules");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", quoteCharacter = '\'', textBlock = """
            there | "3"       | 200
            there | "2", "3"  | 200
            there | *         | 200
            there | "2"       | 412
            there | W/"3"     | 412
            there | 3         | 412
            there | none      | 428
            gone  | "5"       | 404
            never | *         | 404
            """)
    void holdsAChangeToTheVersionThatItWasMadeFor(String id, String ifMatch, int status) {
        ThrowingCallable change = () -> RuleDesk.required(NOW, id, new IfMatch(ifMatch));

        if (status == 200) {
            assertThat(RuleDesk.required(NOW, id, new IfMatch(ifMatch)).version())
                    .isEqualTo(3);
        } else {
            assertThatProblem(change, status, id);
        }
    }

    @Test
    void tellsTheVersionThatAStaleEditorMissed() {
        assertThatThrownBy(() -> RuleDesk.required(NOW, "there", new IfMatch("\"2\"")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.getHeaders().getETag()).isEqualTo("\"3\""));
    }

    private static void assertThatProblem(ThrowingCallable call, int status, String part) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.getStatusCode().value()).isEqualTo(status);
            assertThat(e.getBody().getDetail()).contains(part);
        });
    }
}
