package io.homeostat.detection.quality;

import io.homeostat.model.correction.QualityFlag;

/**
 * Test 13, neighbour: how far a value lies from what its neighbours let expect. Immutable. What they let expect is
 * found elsewhere; where nobody can be asked nothing is said.
 *
 * @param suspect the distance, in standard deviations of the usual one, from which on a value is suspect
 * @param fail the distance from which on it fails
 */
public record Neighbour(double suspect, double fail) {

    public Neighbour {
        if (!(suspect > 0) || !(fail >= suspect)) {
            throw new IllegalArgumentException(
                    "the fail distance must not be below the suspect one, nor that be 0, was %s and %s"
                            .formatted(fail, suspect));
        }
    }

    /** The flag of a value, given what is expected and by how much it usually differs; NaN where that is not known. */
    public QualityFlag test(double value, double expected, double deviation) {
        if (Double.isNaN(value)) {
            return QualityFlag.MISSING;
        }
        double away = Math.abs(value - expected) / deviation;
        if (Double.isNaN(away)) {
            return QualityFlag.NOT_EVALUATED;
        }
        if (away > fail) {
            return QualityFlag.FAIL;
        }
        return away > suspect ? QualityFlag.SUSPECT : QualityFlag.GOOD;
    }
}
