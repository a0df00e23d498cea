package io.homeostat.healer.recovering.remedies;

import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.signals.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For what a ladder is. Immutable.
 *
 * @param kind of the fault
 * @param role of the target to blame; {@code null}: every role that has no ladder of its own
 */
record LadderKey(FaultKind kind, @Nullable Role role) {

    /** Reads {@code stalled-pipeline} or {@code broker-down.broker}. */
    static LadderKey parse(String text) {
        int dot = text.indexOf('.');
        String kind = dot < 0 ? text : text.substring(0, dot);
        return new LadderKey(kindOf(kind), dot < 0 ? null : roleOf(kind, text.substring(dot + 1)));
    }

    /** The key as it is configured. */
    String text() {
        return role == null ? kind.label() : kind.label() + "." + label(role);
    }

    /** Whether a target for which this ladder is may be restarted for the fault, whatever its role. */
    boolean mayRestart() {
        Set<Role> restartable = FaultNature.restartable(kind);
        return role == null ? restartable.containsAll(EnumSet.allOf(Role.class)) : restartable.contains(role);
    }

    private static FaultKind kindOf(String label) {
        return FaultKind.ofLabel(label)
                .orElseThrow(() -> new IllegalArgumentException("a ladder must be for one of %s, was for %s"
                        .formatted(
                                Arrays.stream(FaultKind.values())
                                        .map(FaultKind::label)
                                        .toList(),
                                label)));
    }

    private static Role roleOf(String kind, String label) {
        return Arrays.stream(Role.values())
                .filter(role -> label(role).equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the ladder for %s must be for the role %s, was for %s".formatted(kind, roles(), label)));
    }

    private static List<String> roles() {
        return Arrays.stream(Role.values()).map(LadderKey::label).toList();
    }

    private static String label(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
