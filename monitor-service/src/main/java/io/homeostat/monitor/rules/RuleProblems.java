package io.homeostat.monitor.rules;

import io.homeostat.model.rule.RuleFault;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.util.List;

/** Why a call about rules cannot be served, as problem details. */
final class RuleProblems {

    /** How many of a rule's faults are told. */
    static final int MOST_FAULTS = 100;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int LONGEST_SENTENCE = 300;

    private RuleProblems() {}

    /** 422 with all that is wrong: the member {@code errors}, of which each has path, value, allowed and hint. */
    static ProblemException invalid(List<RuleFault> faults) {
        String first = faults.get(0).sentence();
        ProblemException problem = ProblemException.unprocessable("The rule cannot be taken, for %s: %s."
                .formatted(
                        faults.size() == 1 ? "one reason" : faults.size() + " reasons, all in errors; the first",
                        first.length() > LONGEST_SENTENCE ? first.substring(0, LONGEST_SENTENCE) + "…" : first));
        problem.getBody()
                .setProperty("errors", faults.stream().limit(MOST_FAULTS).toList());
        return problem;
    }

    /** 503: Kafka did not answer, or the rules were not read yet; nothing was changed. */
    static ProblemException away(String sentence) {
        return ProblemException.unavailable(sentence, RETRY_AFTER);
    }
}
