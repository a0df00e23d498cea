package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.traffic.Output;
import java.util.Set;

/**
 * The right answer to a fault. Immutable; each {@code with} gives another.
 *
 * @param component the target that is to blame
 * @param alsoBlamed targets that may be blamed beside it
 * @param kinds the kinds of fault that are right
 * @param verdicts the verdicts that are right
 * @param witness who must have noticed it
 * @param victims the processes that may be started again
 * @param mayAct whether a remedy may do anything to a target
 * @param outputs what the fault may keep from its work
 */
public record Expectation(
        String component,
        Set<String> alsoBlamed,
        Set<String> kinds,
        Set<String> verdicts,
        Witness witness,
        Set<String> victims,
        boolean mayAct,
        Set<Output> outputs) {

    /** Who must notice a fault. */
    public enum Witness {
        /** The healer, with an incident. */
        HEALER,
        /** local-stack, in its list of processes: the healer itself is the victim. */
        SUPERVISOR,
        /** Nobody need: the service may mend it by itself, or there is nothing to mend. */
        NOBODY
    }

    private static final Set<String> HEALED = Set.of("HEALED");
    private static final Set<String> NO_HARM = Set.of("HEALED", "WITHDRAWN", "INCONCLUSIVE");

    public Expectation {
        alsoBlamed = Set.copyOf(alsoBlamed);
        kinds = Set.copyOf(kinds);
        verdicts = Set.copyOf(verdicts);
        victims = Set.copyOf(victims);
        outputs = Set.copyOf(outputs);
    }

    /** A service that is mended, and whose process may be started again for it. */
    static Expectation mended(String service, Output output, String... kinds) {
        return new Expectation(
                service, Set.of(), Set.of(kinds), HEALED, Witness.HEALER, Set.of(service), true, Set.of(output));
    }

    /** Whatever is suspected, nothing is done to anybody. */
    static Expectation leftAlone(String component, Set<Output> outputs, String... kinds) {
        return new Expectation(component, Set.of(), Set.of(kinds), NO_HARM, Witness.NOBODY, Set.of(), false, outputs);
    }

    Expectation withWitness(Witness other) {
        return new Expectation(component, alsoBlamed, kinds, verdicts, other, victims, mayAct, outputs);
    }

    Expectation withVerdicts(String... others) {
        return new Expectation(component, alsoBlamed, kinds, Set.of(others), witness, victims, mayAct, outputs);
    }

    Expectation withVictims(String... others) {
        return new Expectation(component, alsoBlamed, kinds, verdicts, witness, Set.of(others), mayAct, outputs);
    }

    Expectation withOutputs(Output... others) {
        return new Expectation(component, alsoBlamed, kinds, verdicts, witness, victims, mayAct, Set.of(others));
    }

    Expectation withAlsoBlamed(String... others) {
        return new Expectation(component, Set.of(others), kinds, verdicts, witness, victims, mayAct, outputs);
    }
}
