package io.homeostat.benchmarks.faults.traffic;

/**
 * What became of the breaches of one repeat, counted at its end. Immutable.
 *
 * @param breaches how many Kafka had acknowledged
 * @param lost how many answers, alerts and corrections together, never came
 * @param doubled how many came more than once, or though none was due
 */
public record Reckoning(int breaches, int lost, int doubled) {

    public Reckoning {
        if (breaches < 0 || lost < 0 || doubled < 0) {
            throw new IllegalArgumentException("counts must not be negative, were %d breaches, %d lost, %d doubled"
                    .formatted(breaches, lost, doubled));
        }
    }

    /** Nothing was sent. */
    public static final Reckoning NONE = new Reckoning(0, 0, 0);

    Reckoning plus(Reckoning other) {
        return new Reckoning(breaches, lost + other.lost, doubled + other.doubled);
    }
}
