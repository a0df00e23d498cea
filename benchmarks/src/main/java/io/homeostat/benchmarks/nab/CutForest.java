package io.homeostat.benchmarks.nab;

import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;

/** AWS' Random Cut Forest with shingles of 8 values, as its documents advise; its score s as s / (1 + s). */
final class CutForest implements Detector {

    private static final int SHINGLE = 8;
    private static final long SEED = 1;

    private final ThresholdedRandomCutForest forest = ThresholdedRandomCutForest.builder()
            .dimensions(SHINGLE)
            .shingleSize(SHINGLE)
            .randomSeed(SEED)
            .build();

    @Override
    public double take(long timeMillis, double value) {
        if (!Double.isFinite(value)) {
            return 0;
        }
        double score =
                Math.max(0, forest.process(new double[] {value}, timeMillis).getRCFScore());
        return score / (1 + score);
    }
}
