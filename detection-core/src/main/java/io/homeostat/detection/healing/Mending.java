package io.homeostat.detection.healing;

import java.util.List;

/**
 * A way to find the value that stands in for a reading. Stateless. A new way is a type of its own and a line in
 * {@link #all()}.
 */
interface Mending {

    /** Its name in rules and on the adjusted topic. */
    String label();

    /** Finds the value and its variance; answers whether it could, and leaves the result as it was if not. */
    boolean mend(Evidence evidence, FaultKind kind, Healed result);

    /** The ways that there are. */
    static List<Mending> all() {
        return List.of(
                new Auto(),
                new Clamp(),
                new Hold(),
                new Predict(),
                new FromSiblings(),
                new Median(),
                new Unbias(),
                new Interpolate(),
                new Fill(),
                new None());
    }
}
