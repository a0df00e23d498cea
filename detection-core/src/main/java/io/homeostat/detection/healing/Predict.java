package io.homeostat.detection.healing;

/** What the series' own past foretells: its level and its fading trend. Stateless. */
final class Predict implements Mending {

    @Override
    public String label() {
        return "predict";
    }

    @Override
    public boolean mend(Evidence evidence, FaultKind kind, Healed result) {
        if (Double.isNaN(evidence.own)) {
            return false;
        }
        result.mended(evidence.own, evidence.ownVariance, label());
        return true;
    }
}
