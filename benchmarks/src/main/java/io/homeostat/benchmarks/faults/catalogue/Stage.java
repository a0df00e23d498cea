package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Site;
import io.homeostat.benchmarks.faults.stack.Stack;
import io.homeostat.benchmarks.faults.traffic.Ledger;
import io.homeostat.benchmarks.faults.traffic.OutputReader;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What an injection can reach: the running stack and the traffic through it. Immutable.
 *
 * @param site how the stack was started
 * @param stack its processes
 * @param outputs who reads the outputs
 * @param ledger the books
 */
public record Stage(Site site, Stack stack, OutputReader outputs, Ledger ledger) {

    /** Waits until something is so. */
    void await(String what, Duration bound, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%s must come within %s".formatted(what, bound));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
