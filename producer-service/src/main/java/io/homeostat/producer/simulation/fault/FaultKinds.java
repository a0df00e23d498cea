package io.homeostat.producer.simulation.fault;

import java.util.List;
import java.util.Optional;

/** The kinds of faults that there are. */
public final class FaultKinds {

    private static final List<FaultKind> ALL = List.of(
            new Spike(), new Stuck(), new Drift(), new NoiseBurst(), new Offset(), new Dropout(), new Overheating());

    private FaultKinds() {}

    public static List<FaultKind> all() {
        return ALL;
    }

    /** The kind with a name. */
    public static Optional<FaultKind> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The names of all kinds, as a sentence lists them. */
    public static String names() {
        return String.join(", ", ALL.stream().map(FaultKind::name).toList());
    }
}
