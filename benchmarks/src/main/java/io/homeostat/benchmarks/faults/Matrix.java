package io.homeostat.benchmarks.faults;

import io.homeostat.benchmarks.Machine;
import io.homeostat.benchmarks.faults.catalogue.Fault;
import io.homeostat.benchmarks.faults.judging.Judge;
import io.homeostat.benchmarks.faults.judging.Judgement;
import io.homeostat.benchmarks.faults.judging.Observation;
import io.homeostat.benchmarks.faults.report.Repeat;
import io.homeostat.benchmarks.faults.stack.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Does each fault so many times, each time to a fresh stack: the guard rails' budgets and back-offs, the supervisor's
 * back-off and what the healer learned would make the second time another fault than the first.
 */
final class Matrix {

    private final FaultsPlan plan;
    private final Path folder;

    Matrix(FaultsPlan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    Repeat run(Fault fault, int number) throws InterruptedException {
        say("%s, %d of %d", fault.name(), number, plan.repeats());
        Judgement judgement;
        try {
            Path own = folder.resolve(fault.name() + "-" + number);
            Observation seen = new Trial(fault, plan.bound(), plan.rate()).run(new Site(own, plan.modules()));
            tell(seen);
            judgement = Judge.judge(fault.expectation(), seen);
        } catch (IOException | RuntimeException e) {
            judgement = Judgement.failed("not measured: " + e.getMessage());
        }
        say("    %s", judgement);
        return new Repeat(fault.name(), fault.title(), fault.origin().label(), number, Machine.load(), judgement);
    }

    private static void tell(Observation seen) {
        seen.incidents().forEach(incident -> {
            say(
                    "    %s of %s, told after %,d ms: %s",
                    incident.kind(),
                    incident.target(),
                    (incident.seenNanos() - seen.injectedNanos()) / 1_000_000,
                    incident.open() ? "open" : String.valueOf(incident.verdict()));
            incident.story().forEach(line -> say("        %s", line));
        });
        say("    restarts %s, interruption %s, %s", seen.restarts(), seen.interruption(), seen.reckoning());
    }

    private static void say(String format, Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }
}
