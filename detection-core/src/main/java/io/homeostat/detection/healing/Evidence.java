package io.homeostat.detection.healing;

/**
 * All that is known of one reading when it is judged. Mutable and used again for the next, so that a reading allocates
 * nothing; not thread-safe. What is not known is NaN.
 */
final class Evidence {

    /** The past foretells worse than it believes: by then it has chosen the filter that was lucky. */
    private static final double PAST_DOUBTED = 2;

    /** When it was taken, as far as can be told. */
    long timeMillis;

    /** The value as it came. */
    double raw;

    /** The value, in the unit that was meant. */
    double value;

    boolean unitSlipped;

    /** What the series' own past foretells, and the variance of that without the noise of a reading. */
    double own;

    double ownVariance;

    /** The level when the series was last learned from. */
    double lastLevel;

    /** Variance of the sensor's noise. */
    double noise;

    /** What the siblings say that it should read, and the variance of that. */
    double siblings;

    double siblingsVariance;

    /** How much of that is what the sensor's place lately did by itself. */
    double recent;

    /** What the median of the siblings says. */
    double median;

    /** How many siblings were heard; 0 where they contradict each other. */
    int heard;

    /** Standard deviation of the usual difference from the siblings, the noise included. */
    double deviation;

    /** How much of a difference is excused by what the siblings do. */
    double excuse;

    /** The best guess of what is true without this reading, and its variance. */
    double expected;

    double expectedVariance;

    /** What the sensor showed last while it was well. */
    double lastGood;

    /** How much it shows too much, and the variance of that; NaN where it is not known to. */
    double bias;

    double biasVariance;

    /** The level before a gap, the reading after it, and how much of the gap is over. */
    double before;

    double following;
    double shareOfGap;

    double lowest;
    double highest;

    boolean isWitnessed() {
        return heard > 0;
    }

    /** How far the value is from what the siblings say. */
    double difference() {
        return value - siblings;
    }

    /** How far it is from what its own past foretells. */
    double surprise() {
        return value - own;
    }

    double surpriseDeviation() {
        return Math.sqrt(noise + ownVariance);
    }

    /** Finds the best guess from what the siblings and, unless it is stale, the past say. */
    void join(boolean pastIsGood) {
        boolean past = pastIsGood && !Double.isNaN(own);
        if (isWitnessed() && past) {
            double ofPast = 1 / (PAST_DOUBTED * ownVariance + 1e-12);
            double ofSiblings = 1 / (siblingsVariance + 1e-12);
            expected = (own * ofPast + siblings * ofSiblings) / (ofPast + ofSiblings);
            expectedVariance = 1 / (ofPast + ofSiblings);
        } else if (isWitnessed()) {
            expected = siblings;
            expectedVariance = siblingsVariance;
        } else {
            expected = own;
            expectedVariance = PAST_DOUBTED * ownVariance;
        }
    }
}
