package io.homeostat.healer.recovering;

/**
 * What came of a remedy that was begun. Immutable.
 *
 * @param outcome in one word
 * @param sentence in the words of who did it, bounded
 */
public record RemedyResult(Outcome outcome, String sentence) {

    /** How it ended. Whether it helped is another question. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** It could not be done, or nobody knows whether it was. */
        FAILED,
        /** Who should do it refused, and did nothing. */
        REFUSED,
        /** What it needs was not there, so that it was not tried; nothing is learned from that. */
        NOT_APPLICABLE,
        /** It took longer than it may and was given up; it may have been done. */
        TIMED_OUT,
        /** The healer that began it ended; it may have been done. */
        UNKNOWN
    }

    /** It was done. */
    public static RemedyResult done() {
        return new RemedyResult(Outcome.DONE, "done");
    }

    /** It could not be done. */
    public static RemedyResult failed(String why) {
        return new RemedyResult(Outcome.FAILED, why);
    }

    /** Who should do it refused, and did nothing. */
    public static RemedyResult refused(String why) {
        return new RemedyResult(Outcome.REFUSED, why);
    }

    /** It was not tried. */
    public static RemedyResult notApplicable(String why) {
        return new RemedyResult(Outcome.NOT_APPLICABLE, why);
    }
}
