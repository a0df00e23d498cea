package io.homeostat.healer.recovering.guards;

/** What the guard rails say of an intent. Immutable. */
public sealed interface Ruling {

    /** When there is nobody who could say until when. */
    long UNKNOWN = Long.MAX_VALUE;

    /** Go on. */
    Allowed ALLOWED = new Allowed();

    /** It may be done. */
    record Allowed() implements Ruling {}

    /**
     * It may not be done now.
     *
     * @param guard which guard says so, a short stable name
     * @param sentence why, for people
     * @param untilMillis until when at least, in monotonic milliseconds; {@link #UNKNOWN} if nobody knows
     * @param byPerson whether a person decided it, who thus knows
     */
    record Refused(String guard, String sentence, long untilMillis, boolean byPerson) implements Ruling {}
}
