package io.homeostat.detection.healing;

/** What stands in for a reading that never came: what the siblings and the past say together. Stateless. */
final class Fill implements Mending {

    @Override
    public String label() {
        return "fill";
    }

    @Override
    public boolean mend(Evidence evidence, FaultKind kind, Healed result) {
        if (Double.isNaN(evidence.expected)) {
            return false;
        }
        result.mended(evidence.expected, evidence.expectedVariance, label());
        return true;
    }
}
