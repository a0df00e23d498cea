package io.homeostat.detection.correction;

import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.condition.ValueCondition;
import io.homeostat.detection.rule.CorrectionMethod;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.model.correction.Correction;
import io.homeostat.model.correction.QualityFlag;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.reading.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the correction of a reading: every rule with a method that it fails has its say, in the order of the rules'
 * ids, each on what the one before made of the value. Stateless. A good reading costs one judgement a rule and
 * allocates nothing. What its sensor cannot have measured has no correction but a gap, whatever the rules say.
 */
public final class Corrector {

    private Corrector() {}

    /** Whether a reading fails a rule that corrects. */
    public static boolean fails(List<JudgingRule> rules, double value) {
        for (JudgingRule rule : rules) {
            if (fails(rule, value)) {
                return true;
            }
        }
        return false;
    }

    /** The correction of a failed reading; {@code null} if it fails no rule that corrects. */
    public static @Nullable Correction correct(List<JudgingRule> rules, Reading reading, Source source) {
        List<JudgingRule> failed =
                rules.stream().filter(rule -> fails(rule, reading.value())).toList();
        if (failed.isEmpty()) {
            return null;
        }
        for (JudgingRule rule : failed) {
            if (rule.isPhysicalRange()) {
                return correction(reading, source, failed, rule, null, "none");
            }
        }
        double value = reading.value();
        String method = "none";
        for (JudgingRule rule : failed) {
            CorrectionMethod correction = rule.correction();
            if (correction != null && rule.condition() instanceof ValueCondition condition) {
                value = correction.correct(condition, value);
                method = correction.label();
            }
        }
        return correction(reading, source, failed, failed.get(0), value, method);
    }

    private static Correction correction(
            Reading reading,
            Source source,
            List<JudgingRule> failed,
            JudgingRule because,
            @Nullable Double value,
            String method) {
        return new Correction(
                reading.sensorId(),
                value,
                reading.eventTimeMillis(),
                reading.value(),
                QualityFlag.FAIL,
                method,
                null,
                failed.stream().map(JudgingRule::id).toList(),
                because.rule().version(),
                because.condition().remember().reason(reading.value()).sentence(),
                source,
                1);
    }

    /** What is said of a good reading where every reading comes out. */
    public static Correction good(Reading reading, Source source) {
        return new Correction(
                reading.sensorId(),
                reading.value(),
                reading.eventTimeMillis(),
                reading.value(),
                QualityFlag.GOOD,
                "none",
                null,
                List.of(),
                0,
                "no rule is failed",
                source,
                1);
    }

    /** What is said of a reading that could not be judged: there is no value to trust. */
    public static Correction untrusted(Reading reading, Source source, String reason) {
        return new Correction(
                reading.sensorId(),
                null,
                reading.eventTimeMillis(),
                reading.value(),
                QualityFlag.NOT_EVALUATED,
                "none",
                null,
                List.of(),
                0,
                reason,
                source,
                1);
    }

    private static boolean fails(JudgingRule rule, double value) {
        return (rule.correction() != null || rule.isPhysicalRange())
                && rule.condition() instanceof ValueCondition condition
                && condition.judge(value) == Finding.BREACH;
    }
}
