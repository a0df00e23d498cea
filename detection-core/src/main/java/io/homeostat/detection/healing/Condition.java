package io.homeostat.detection.healing;

/** What a series is believed to be in. */
enum Condition {
    /** Well, or in something that only makes it suspect. */
    GOOD(0),
    /** It jumped one reading ago, and nobody knows yet where it will go. */
    JUMPED(1),
    /** It stays where it jumped to. */
    OFFSET(2),
    /** It scatters. */
    BURST(3),
    /** It shows the same value again and again. */
    STUCK(4),
    /** It slowly leaves its siblings. */
    DRIFTING(5);

    private static final Condition[] ALL = values();

    private final int code;

    Condition(int code) {
        this.code = code;
    }

    /** What stands for it in the binary form. */
    int code() {
        return code;
    }

    static Condition of(int code) {
        for (Condition condition : ALL) {
            if (condition.code == code) {
                return condition;
            }
        }
        throw new IllegalArgumentException("a condition must have a code from 0 to 5, was " + code);
    }
}
