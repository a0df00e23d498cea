package io.homeostat.detection.healing;

/** What the siblings say that the sensor should read, by regression. Stateless. */
final class FromSiblings implements Mending {

    @Override
    public String label() {
        return "siblings";
    }

    @Override
    public boolean mend(Evidence evidence, FaultKind kind, Healed result) {
        if (!evidence.isWitnessed()) {
            return false;
        }
        result.mended(evidence.siblings, evidence.siblingsVariance, label());
        return true;
    }
}
