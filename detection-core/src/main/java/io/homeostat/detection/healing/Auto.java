package io.homeostat.detection.healing;

/**
 * The way that is fit for the kind of fault and has the smallest expected error. Stateless. What the siblings and the
 * past say is joined by their variances and named after the heavier.
 */
final class Auto implements Mending {

    private static final Unbias UNBIAS = new Unbias();

    @Override
    public String label() {
        return "auto";
    }

    @Override
    public boolean mend(Evidence evidence, FaultKind kind, Healed result) {
        boolean expects = !Double.isNaN(evidence.expected);
        if (expects) {
            boolean bySiblings = evidence.isWitnessed()
                    && (Double.isNaN(evidence.own) || evidence.siblingsVariance <= evidence.ownVariance);
            result.mended(evidence.expected, evidence.expectedVariance, bySiblings ? "siblings" : "predict");
        }
        return switch (kind) {
            case UNIT_SLIP, DRIFT -> unbiased(evidence, kind, result, expects);
            case NONE,
                    SPIKE,
                    STUCK,
                    OFFSET,
                    NOISE_BURST,
                    OUT_OF_RANGE,
                    DROPOUT,
                    CLOCK_JUMP,
                    EVENT,
                    LOCAL_EVENT,
                    UNEXPLAINED -> expects;
        };
    }

    private static boolean unbiased(Evidence evidence, FaultKind kind, Healed result, boolean expects) {
        double variance = evidence.noise + (evidence.unitSlipped ? 0 : evidence.biasVariance);
        if (!expects || variance < evidence.expectedVariance) {
            return UNBIAS.mend(evidence, kind, result) || expects;
        }
        return true;
    }
}
