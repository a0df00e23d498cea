package io.homeostat.healer.recovering.remedies;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be done about a fault, from gentle to hard. */
public enum RemedyKind {
    /** Wait and see: somebody nearer may mend it, or it was nothing. */
    HOLD(0),
    /** Try once more what failed. */
    RETRY(1),
    /** Set aside the record on which the pipeline dies. */
    QUARANTINE(2),
    /** Pause the pipeline until what it depends on answers; it ends when the pipeline was resumed. */
    CIRCUIT_BREAK(3),
    /** Put a new stream thread in the place of a dead one. */
    REPLACE_THREAD(4),
    /** Stop the pipeline inside its process and start it again, after proof that it stopped. */
    RESTART_PIPELINE(4),
    /** End the process and start it again. */
    RESTART_PROCESS(5),
    /** Take back the last change of rules or of configuration. */
    TAKE_BACK(6),
    /** Leave it as it is and call a person. */
    CALL_PERSON(7);

    private static final int FIRST_RESTART = 4;
    private static final int LAST_RESTART = 5;

    private final int rung;

    RemedyKind(int rung) {
        this.rung = rung;
    }

    /** How hard it is: 0, to wait, up to 7, to call a person. */
    public int rung() {
        return rung;
    }

    /** The remedy as it stands in JSON, in metrics and in configuration: {@code restart-process}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether something of the target is ended and started again: it counts against the restart budgets. */
    public boolean isRestart() {
        return rung >= FIRST_RESTART && rung <= LAST_RESTART;
    }

    /** Whether it does anything to the target; waiting and calling do not. */
    public boolean actsOnTarget() {
        return this != HOLD && this != CALL_PERSON;
    }

    /** The remedy of a label; empty if there is none. */
    public static Optional<RemedyKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** All labels, from gentle to hard. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(RemedyKind::label).toList();
    }
}
