package io.homeostat.detection.healing;

/** The reading as it came: alert only. Stateless. */
final class None implements Mending {

    @Override
    public String label() {
        return "none";
    }

    @Override
    public boolean mend(Evidence evidence, FaultKind kind, Healed result) {
        result.left(evidence.raw);
        return true;
    }
}
