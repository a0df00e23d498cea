package io.homeostat.detection.baseline;

/** Why a reading was surprising: what of it had not been there before. */
public enum Novelty {
    /** Nothing was. */
    NONE,
    /** The value is the highest so far. */
    HIGHEST,
    /** The value is the lowest so far. */
    LOWEST,
    /** The mean of the last readings is the highest so far. */
    MEAN_HIGHEST,
    /** The mean of the last readings is the lowest so far. */
    MEAN_LOWEST,
    /** The last readings scatter more than ever. */
    SPREAD_WIDEST,
    /** The last readings scatter less than ever, as those of a stuck sensor. */
    SPREAD_NARROWEST,
    /** From the value before to this one it never went. */
    STEP_UNSEEN,
    /** So far above the expected value it never was. */
    ABOVE_FORECAST,
    /** So far below the expected value it never was. */
    BELOW_FORECAST,
    /** The last readings are further above what is usual at this hour than ever. */
    ABOVE_SEASON,
    /** The last readings are further below what is usual at this hour than ever. */
    BELOW_SEASON,
    /** The value has not changed for longer than ever. */
    STUCK
}
