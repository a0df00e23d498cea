package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Signal;
import java.util.List;

/**
 * A signal to processes, all at once; those that were stopped go on at the end, if they are still the same.
 *
 * @param signal that they get
 * @param names of the processes
 */
record Signalled(Signal signal, List<String> names) implements Injection {

    static Signalled of(Signal signal, String... names) {
        return new Signalled(signal, List.of(names));
    }

    @Override
    public void inject(Stage stage) {
        names.forEach(name -> stage.stack().signal(name, signal));
    }

    @Override
    public void end(Stage stage) {
        if (signal == Signal.STOP) {
            names.forEach(name -> stage.stack().supervisor().pid(name).ifPresent(Signal.CONT::send));
        }
    }
}
