package io.homeostat.healer.diagnosing;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one sign says of one target. Immutable.
 *
 * @param kind the fault that it looks like
 * @param confidence 0 to 1; of several suspicions of one target the highest counts
 * @param sinceMillis for how long it has been so, in monotonic milliseconds; 0 if that is not known
 * @param evidence sentences with figures, the strongest first
 * @param ruledOut sentences: what it could have been as well and why it is not
 * @param cause what suspicions of the same kind have in common if they are one thing seen from several targets, such as a
 *     topic; empty if each is a thing of its own
 */
record Suspicion(
        FaultKind kind,
        double confidence,
        long sinceMillis,
        List<String> evidence,
        List<String> ruledOut,
        String cause) {

    Suspicion {
        evidence = List.copyOf(evidence);
        ruledOut = List.copyOf(ruledOut);
    }

    static Suspicion of(FaultKind kind, double confidence, long sinceMillis) {
        return new Suspicion(kind, confidence, sinceMillis, List.of(), List.of(), "");
    }

    /** With one more sentence of evidence; an empty one adds nothing. */
    Suspicion because(String sentence) {
        return new Suspicion(kind, confidence, sinceMillis, with(evidence, sentence), ruledOut, cause);
    }

    /** With one more sentence of what it is not; an empty one adds nothing. */
    Suspicion not(String sentence) {
        return new Suspicion(kind, confidence, sinceMillis, evidence, with(ruledOut, sentence), cause);
    }

    Suspicion sharedBy(String commonCause) {
        return new Suspicion(kind, confidence, sinceMillis, evidence, ruledOut, commonCause);
    }

    private static List<String> with(List<String> sentences, String one) {
        return one.isEmpty()
                ? sentences
                : Stream.concat(sentences.stream(), Stream.of(one)).toList();
    }
}
