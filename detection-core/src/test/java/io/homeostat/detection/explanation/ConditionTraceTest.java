package io.homeostat.detection.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.condition.Statement;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.model.rule.RuleJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionTraceTest {

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void saysWhatTheConditionSaidLastAndWhy() {
        ConditionTrace trace = trace(Map.of("kind", "threshold", "above", 30));

        trace.read(1_000, 31, 0, 1);
        trace.read(2_000, 20, 0, 2);

        Statement said = trace.statement();
        assertThat(findings).containsExactly(Finding.BREACH, Finding.CLEAR);
        assertThat(said.finding()).isEqualTo(Finding.CLEAR);
        assertThat(said.measure()).isEqualTo(20);
        assertThat(said.limit()).isEqualTo(30);
        assertThat(said.reason())
                .satisfies(reason -> assertThat(reason.sentence()).isEqualTo("20.0 is not above 30.0"));
        assertThat(said.parts()).isEmpty();
    }

    @Test
    void saysNothingAsLongAsTheConditionDoesNot() {
        ConditionTrace trace = trace(Map.of("kind", "rate", "above", 5));

        trace.read(1_000, 31, 0, 1);

        assertThat(trace.statement().finding()).isNull();
        assertThat(trace.statement().reason()).isNull();
    }

    @Test
    void saysWhatTimeAloneBringsWhenItHasPassed() {
        ConditionTrace trace = trace(Map.of("kind", "missing", "duration", "PT10S"));
        trace.read(1_000, 31, 0, 1);

        trace.pass(10_999);
        assertThat(trace.statement().finding()).isEqualTo(Finding.CLEAR);
        trace.pass(11_000);
        assertThat(trace.statement().finding()).isEqualTo(Finding.BREACH);
    }

    @Test
    void saysWhatEachPartOfAConditionSaid() {
        Map<String, Object> hot = Map.of("kind", "threshold", "above", 30);
        Map<String, Object> fast = Map.of("kind", "rate", "above", 5);
        ConditionTrace trace = trace(Map.of("kind", "any", "conditions", List.of(hot, fast)));

        trace.read(1_000, 31, 0, 1);

        assertThat(trace.statement().finding()).isEqualTo(Finding.BREACH);
        assertThat(trace.statement().parts()).extracting(Statement::finding).containsExactly(Finding.BREACH, null);
    }

    private ConditionTrace trace(Map<String, Object> when) {
        JudgingRule rule = JudgingRule.of(RuleJson.fromMap(Map.of("id", "traced", "when", when)));
        return new ConditionTrace(rule, (at, finding, level, measure, partition, offset) -> findings.add(finding));
    }
}
