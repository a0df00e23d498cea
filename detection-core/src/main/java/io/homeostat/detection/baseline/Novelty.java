package io.homeostat.detection.baseline;

/** Why a reading was surprising: what of it had not been there before. */
public enum Novelty {
    /** Nothing was. */
    NONE("nothing is"),
    /** The value is the highest so far. */
    HIGHEST("the value is the highest so far"),
    /** The value is the lowest so far. */
    LOWEST("the value is the lowest so far"),
    /** The mean of the last readings is the highest so far. */
    MEAN_HIGHEST("the mean of the last readings is the highest so far"),
    /** The mean of the last readings is the lowest so far. */
    MEAN_LOWEST("the mean of the last readings is the lowest so far"),
    /** The last readings scatter more than ever. */
    SPREAD_WIDEST("the last readings scatter more than ever"),
    /** The last readings scatter less than ever, as those of a stuck sensor. */
    SPREAD_NARROWEST("the last readings scatter less than ever, as those of a stuck sensor"),
    /** From the value before to this one it never went. */
    STEP_UNSEEN("from the value before to this one it never went"),
    /** So far above the expected value it never was. */
    ABOVE_FORECAST("so far above the expected value it never was"),
    /** So far below the expected value it never was. */
    BELOW_FORECAST("so far below the expected value it never was"),
    /** The last readings are further above what is usual at this hour than ever. */
    ABOVE_SEASON("the last readings are further above what is usual at this hour than ever"),
    /** The last readings are further below what is usual at this hour than ever. */
    BELOW_SEASON("the last readings are further below what is usual at this hour than ever"),
    /** The value has not changed for longer than ever. */
    STUCK("the value has not changed for longer than ever");

    private final String words;

    Novelty(String words) {
        this.words = words;
    }

    /** What was new, as part of a sentence. */
    public String words() {
        return words;
    }
}
