package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Snapshot;
import java.util.Arrays;
import java.util.List;

/** A situation, and its diagnoses as {@code component kind < those that it explains}. */
record DiagnosisCase(String name, Snapshot snapshot, List<String> expected) {

    static DiagnosisCase sick(String name, StackBuilder stack, String... expected) {
        return new DiagnosisCase(name, stack.snapshot(), Arrays.asList(expected));
    }

    static DiagnosisCase fine(String name, StackBuilder stack) {
        return sick(name, stack);
    }

    @Override
    public String toString() {
        return name;
    }
}
