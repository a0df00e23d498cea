package io.homeostat.detection.healing;

/** The reading less what the sensor is known to show too much, or in the unit that was meant. Stateless. */
final class Unbias implements Mending {

    @Override
    public String label() {
        return "unbias";
    }

    @Override
    public boolean mend(Evidence evidence, FaultKind kind, Healed result) {
        if (evidence.unitSlipped) {
            result.mended(evidence.value, evidence.noise, label());
            return true;
        }
        if (Double.isNaN(evidence.bias)) {
            return false;
        }
        result.mended(evidence.value - evidence.bias, evidence.noise + evidence.biasVariance, label());
        return true;
    }
}
