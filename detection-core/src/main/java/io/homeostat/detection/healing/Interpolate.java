package io.homeostat.detection.healing;

/**
 * What lies on the straight line between the level before a gap and the reading after it. Stateless. It has to wait for
 * that reading, so it mends what never came, once the sensor is back.
 */
final class Interpolate implements Mending {

    @Override
    public String label() {
        return "interpolate";
    }

    @Override
    public boolean mend(Evidence evidence, FaultKind kind, Healed result) {
        if (Double.isNaN(evidence.following) || Double.isNaN(evidence.before)) {
            return false;
        }
        double share = evidence.shareOfGap;
        double value = evidence.before + share * (evidence.following - evidence.before);
        double farthest = 4 * share * (1 - share);
        result.mended(value, evidence.noise + farthest * evidence.ownVariance / 4, label());
        return true;
    }
}
