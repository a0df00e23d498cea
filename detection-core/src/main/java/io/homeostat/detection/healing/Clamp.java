package io.homeostat.detection.healing;

/** The nearest value that the sensor can measure. Stateless. It says nothing of its error: the truth may be anywhere. */
final class Clamp implements Mending {

    @Override
    public String label() {
        return "clamp";
    }

    @Override
    public boolean mend(Evidence evidence, FaultKind kind, Healed result) {
        if (evidence.raw < evidence.lowest) {
            result.mended(evidence.lowest, Double.NaN, label());
            return true;
        }
        if (evidence.raw > evidence.highest) {
            result.mended(evidence.highest, Double.NaN, label());
            return true;
        }
        return false;
    }
}
