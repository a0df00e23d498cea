package io.homeostat.detection.healing;

import java.util.Locale;

/** What is the matter with a reading: nothing, a broken sensor in one of its ways, or something real. */
public enum FaultKind {
    NONE("nothing is wrong"),
    SPIKE("one reading jumps away from its neighbours, faster than what it measures can"),
    STUCK("the value is the same for longer than chance allows"),
    DRIFT("it slowly leaves its siblings, and still does"),
    OFFSET("it jumped to another level and stays there, while its siblings did not move"),
    NOISE_BURST("its readings scatter far more than usual, while its siblings do not"),
    OUT_OF_RANGE("the value lies outside of what the sensor can measure"),
    DROPOUT("a reading was due and did not come"),
    CLOCK_JUMP("the time stamp does not fit to the readings before and to the siblings' clocks"),
    UNIT_SLIP("the value is right in another unit"),
    EVENT("its siblings move with it: what it measures is real"),
    LOCAL_EVENT("it moves as fast as what it measures can, and alone: this may be real"),
    UNEXPLAINED("it changed, and nobody can tell whether that is real");

    private final String words;

    FaultKind(String words) {
        this.words = words;
    }

    /** The code that stands for it in messages: {@code noise-burst}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What was seen, as the end of a sentence. */
    public String words() {
        return words;
    }
}
