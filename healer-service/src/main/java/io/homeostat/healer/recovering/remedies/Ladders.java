package io.homeostat.healer.recovering.remedies;

import static io.homeostat.healer.recovering.remedies.RemedyKind.CALL_PERSON;
import static io.homeostat.healer.recovering.remedies.RemedyKind.CIRCUIT_BREAK;
import static io.homeostat.healer.recovering.remedies.RemedyKind.HOLD;
import static io.homeostat.healer.recovering.remedies.RemedyKind.QUARANTINE;
import static io.homeostat.healer.recovering.remedies.RemedyKind.REPLACE_THREAD;
import static io.homeostat.healer.recovering.remedies.RemedyKind.RESTART_PIPELINE;
import static io.homeostat.healer.recovering.remedies.RemedyKind.RESTART_PROCESS;
import static io.homeostat.healer.recovering.remedies.RemedyKind.TAKE_BACK;

import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.signals.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ladder for each kind of fault, the configured ones over the defaults. Immutable.
 *
 * <p>A key is a kind, {@code stalled-pipeline}, or a kind and the role of the target to blame, {@code
 * broker-down.broker}; the second goes before the first.
 */
public final class Ladders {

    private final Map<LadderKey, Ladder> ladders;

    private Ladders(Map<LadderKey, Ladder> ladders) {
        this.ladders = Map.copyOf(ladders);
    }

    /** The defaults alone. */
    public static Ladders defaults() {
        return configured(Map.of());
    }

    /**
     * The defaults, with these in their place.
     *
     * @param labels labels of remedies by the label of a kind, or of a kind and a role
     * @throws IllegalArgumentException with a sentence that names the key and says what must be otherwise
     */
    public static Ladders configured(Map<String, List<String>> labels) {
        Map<LadderKey, Ladder> all = standard();
        labels.forEach((text, remedies) -> {
            LadderKey key = LadderKey.parse(text);
            all.put(key, ladder(key, remedies));
        });
        return new Ladders(all);
    }

    /** The ladder for a fault of a target of that role. */
    public Ladder of(FaultKind kind, Role role) {
        Ladder own = ladders.get(new LadderKey(kind, role));
        Ladder ladder = own == null ? ladders.get(new LadderKey(kind, null)) : own;
        if (ladder == null) {
            throw new IllegalStateException("there is no ladder for " + kind.label());
        }
        return ladder;
    }

    private static Ladder ladder(LadderKey key, List<String> labels) {
        List<RemedyKind> remedies =
                labels.stream().map(label -> remedy(key, label)).toList();
        remedies.stream()
                .filter(remedy -> remedy.isRestart() && !key.mayRestart())
                .findFirst()
                .ifPresent(remedy -> {
                    throw new IllegalArgumentException(
                            "the ladder for %s must restart nothing, but has %s".formatted(key.text(), remedy.label()));
                });
        try {
            return new Ladder(remedies);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the ladder for %s is wrong: %s".formatted(key.text(), e.getMessage()), e);
        }
    }

    private static RemedyKind remedy(LadderKey key, String label) {
        return RemedyKind.ofLabel(label)
                .orElseThrow(() -> new IllegalArgumentException("the ladder for %s must hold some of %s, but has %s"
                        .formatted(key.text(), RemedyKind.labels(), label)));
    }

    private static Map<LadderKey, Ladder> standard() {
        Map<LadderKey, Ladder> all = new LinkedHashMap<>();
        for (FaultKind kind : FaultKind.values()) {
            all.put(new LadderKey(kind, null), standard(kind));
        }
        Ladder dependency = of(HOLD, RESTART_PROCESS, CALL_PERSON);
        all.put(new LadderKey(FaultKind.BROKER_DOWN, Role.BROKER), dependency);
        all.put(new LadderKey(FaultKind.DATABASE_DOWN, Role.DATABASE), dependency);
        return all;
    }

    private static Ladder standard(FaultKind kind) {
        return switch (kind) {
            // The supervisor starts again by itself what ended: hold, lest two start it.
            case CRASHED, MEMORY_LOW, FILES_LOW -> of(HOLD, RESTART_PROCESS, CALL_PERSON);
            case CRASH_LOOP -> of(HOLD, TAKE_BACK, CALL_PERSON);
            case HUNG_PROCESS -> of(RESTART_PROCESS, RESTART_PROCESS, CALL_PERSON);
            case STALLED_PIPELINE -> of(RESTART_PIPELINE, RESTART_PROCESS, CALL_PERSON);
            case DEAD_THREAD -> of(REPLACE_THREAD, RESTART_PIPELINE, RESTART_PROCESS, CALL_PERSON);
            case POISON_RECORD -> of(QUARANTINE, QUARANTINE, QUARANTINE, CALL_PERSON);
            // who deleted it may be about to make it anew; a service that starts makes what is missing
            case TOPIC_MISSING -> of(HOLD, RESTART_PIPELINE, RESTART_PROCESS, CALL_PERSON);
            case BROKER_DOWN, DATABASE_DOWN -> of(CIRCUIT_BREAK, CALL_PERSON);
            case MISCONFIGURED -> of(TAKE_BACK, CALL_PERSON);
            case OVERLOADED, BROKER_SLOW, HELD_BACK, NETWORK_PARTITION, NO_INPUT, DISK_LOW, UNKNOWN ->
                of(HOLD, CALL_PERSON);
        };
    }

    private static Ladder of(RemedyKind... remedies) {
        return new Ladder(List.of(remedies));
    }
}
