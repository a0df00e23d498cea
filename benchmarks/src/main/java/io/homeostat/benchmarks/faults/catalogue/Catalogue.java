package io.homeostat.benchmarks.faults.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All faults, in the order of the table. */
public final class Catalogue {

    private static final List<Fault> FAULTS = Stream.of(
                    ProcessFaults.all(), PipelineFaults.all(), SurroundingFaults.all(), HarmlessFaults.all())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** All of them. */
    public static List<Fault> all() {
        return FAULTS;
    }

    /**
     * Those of a list of names with commas, in the list's order.
     *
     * @throws IllegalArgumentException if there is none of a name
     */
    public static List<Fault> named(String names) {
        return Arrays.stream(names.split(",", -1)).map(Catalogue::one).toList();
    }

    private static Fault one(String name) {
        return FAULTS.stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--only must be a list of %s, has \"%s\""
                        .formatted(
                                String.join(
                                        ", ", FAULTS.stream().map(Fault::name).toList()),
                                name)));
    }
}
