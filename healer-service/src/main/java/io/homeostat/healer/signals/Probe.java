package io.homeostat.healer.signals;

/**
 * One question that a target is asked again and again, and what came of it lately. Immutable; all times are monotonic
 * milliseconds.
 *
 * @param answer the newest
 * @param sinceMillis for how long the answers have been that one
 * @param goodMillisAgo how long ago the last good answer came; {@link Long#MAX_VALUE} if none ever did
 * @param suspicion phi of the accrual failure detector: 1 means that a silence this long is chance once in 10 times, 3 once
 *     in 1,000 times; 0 before enough was seen
 * @param tookMillis how long the newest answer took
 * @param recentMillis how long they took lately: the median of the newest five, where one that did not come counts with the time
 *     that it was given; 0 before enough was seen
 * @param usualMillis how long answers usually take: the median of the last five minutes; 0 before enough was seen
 * @param bad how many of the newest {@code of} answers were not good
 * @param of how many of the newest answers were counted
 * @param detail what it said or why nothing came, a bounded sentence
 */
public record Probe(
        Answer answer,
        long sinceMillis,
        long goodMillisAgo,
        double suspicion,
        long tookMillis,
        long recentMillis,
        long usualMillis,
        int bad,
        int of,
        String detail) {

    /** A question that is not asked. */
    public static final Probe NOT_ASKED = new Probe(Answer.NOT_ASKED, 0, Long.MAX_VALUE, 0, 0, 0, 0, 0, 0, "");

    /** Whether it says that it is well. */
    public boolean isGood() {
        return answer == Answer.UP;
    }

    /** Whether no answer came at all, of whatever kind. */
    public boolean isSilent() {
        return answer == Answer.REFUSED || answer == Answer.TIMED_OUT || answer == Answer.UNREACHABLE;
    }
}
