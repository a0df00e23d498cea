package io.homeostat.benchmarks.nab;

import io.homeostat.detection.baseline.Baseline;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** The detectors that can be measured, each made new for a series. */
@SuppressWarnings("ImmutableEnumChecker") // what makes a detector holds no state
enum Contender {
    /** Homeostat's own. */
    BASELINE(recording -> new Baseline()::take, Contender::knowingTheRange),
    /** An EWMA control chart. */
    EWMA(recording -> new EwmaChart(), recording -> new EwmaChart()),
    /** AWS' Random Cut Forest. */
    RCF(recording -> new CutForest(), recording -> new CutForest());

    private final Function<Recording, Detector> strict;
    private final Function<Recording, Detector> ranged;

    Contender(Function<Recording, Detector> strict, Function<Recording, Detector> ranged) {
        this.strict = strict;
        this.ranged = ranged;
    }

    Detector detector(Recording recording, Mode mode) {
        return switch (mode) {
            case STRICT -> strict.apply(recording);
            case RANGED -> ranged.apply(recording);
        };
    }

    private static Detector knowingTheRange(Recording recording) {
        double lowest = recording.lowest();
        double highest = recording.highest();
        return lowest < highest ? new Baseline(lowest, highest)::take : new Baseline()::take;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Contender named(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--detector must be one of %s, was \"%s\""
                        .formatted(Arrays.stream(values()).map(Contender::label).toList(), label)));
    }
}
