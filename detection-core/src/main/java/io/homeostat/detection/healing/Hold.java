package io.homeostat.detection.healing;

/** What the sensor showed last while it was well. Stateless. As uncertain as what its past foretells, and by its noise more. */
final class Hold implements Mending {

    @Override
    public String label() {
        return "hold";
    }

    @Override
    public boolean mend(Evidence evidence, FaultKind kind, Healed result) {
        if (Double.isNaN(evidence.lastGood)) {
            return false;
        }
        result.mended(evidence.lastGood, evidence.ownVariance + evidence.noise, label());
        return true;
    }
}
