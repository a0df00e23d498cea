package io.homeostat.healer.diagnosing;

import java.util.List;

/**
 * What is wrong, with whom, and why one thinks so. Immutable.
 *
 * @param component the target to blame: the deepest sick dependency
 * @param kind what is wrong with it
 * @param confidence 0 to 1; 1 is certain
 * @param evidence sentences with figures: what was seen, the strongest first
 * @param ruledOut sentences: what else it could have been and why it is not
 * @param explains the other targets whose trouble follows from this; nothing is done about them
 * @param sinceMillis for how long it has been so, in monotonic milliseconds; 0 if that is not known
 */
public record Diagnosis(
        String component,
        FaultKind kind,
        double confidence,
        List<String> evidence,
        List<String> ruledOut,
        List<String> explains,
        long sinceMillis) {

    public Diagnosis {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
        }
        evidence = List.copyOf(evidence);
        ruledOut = List.copyOf(ruledOut);
        explains = List.copyOf(explains);
    }
}
