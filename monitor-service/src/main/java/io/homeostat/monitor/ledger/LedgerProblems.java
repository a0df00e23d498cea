package io.homeostat.monitor.ledger;

import io.homeostat.model.rule.RuleFault;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.util.List;

/** Why a call that changes what a ledger holds cannot be served, as problem details. */
public final class LedgerProblems {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    /** How many faults are told. */
    public static final int MOST_FAULTS = 100;

    private static final int LONGEST_SENTENCE = 300;

    private LedgerProblems() {}

    /**
     * 422 with all that is wrong: the member {@code errors}, of which each has path, value, allowed and hint.
     *
     * @param what cannot be taken, {@code rule} or {@code sensor}
     */
    public static ProblemException invalid(String what, List<RuleFault> faults) {
        String first = faults.get(0).sentence();
        ProblemException problem = ProblemException.unprocessable("The %s cannot be taken, for %s: %s."
                .formatted(
                        what,
                        faults.size() == 1 ? "one reason" : faults.size() + " reasons, all in errors; the first",
                        first.length() > LONGEST_SENTENCE ? first.substring(0, LONGEST_SENTENCE) + "…" : first));
        problem.getBody()
                .setProperty("errors", faults.stream().limit(MOST_FAULTS).toList());
        return problem;
    }

    /** 503: Kafka did not answer, or the ledger was not read yet; nothing was changed. */
    public static ProblemException away(String sentence) {
        return ProblemException.unavailable(sentence, RETRY_AFTER);
    }
}
