package io.homeostat.benchmarks.faults;

import io.homeostat.benchmarks.Folders;
import io.homeostat.benchmarks.Machine;
import io.homeostat.benchmarks.faults.catalogue.Fault;
import io.homeostat.benchmarks.faults.judging.Judge;
import io.homeostat.benchmarks.faults.judging.Judgement;
import io.homeostat.benchmarks.faults.judging.Observation;
import io.homeostat.benchmarks.faults.report.Repeat;
import io.homeostat.benchmarks.faults.stack.Site;
import io.homeostat.benchmarks.faults.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Does each fault so many times, each time to a fresh stack: the guard rails' budgets and back-offs, the supervisor's
 * back-off and what the healer learned would make the second time another fault than the first.
 */
final class Matrix {

    private static final Duration PREPARATION = Duration.ofMinutes(5);
    private static final int SERVICES = 3;

    private final FaultsPlan plan;
    private final Path folder;
    private final Path fastStart;

    Matrix(FaultsPlan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
        this.fastStart = folder.resolve("fast-start");
    }

    /**
     * Runs a stack until it has laid out the services' jars: as on any machine on which Homeostat has run for a minute, and
     * so that this work in the background disturbs no measurement.
     */
    void prepare() throws IOException, InterruptedException {
        say("laying out the services' jars, as local-stack does at its first start");
        Path own = folder.resolve("first-start");
        try (Stack stack = Stack.launch(new Site(own, plan.modules(), fastStart))) {
            stack.awaitReady();
            long deadline = System.nanoTime() + PREPARATION.toNanos();
            while (archives() < SERVICES) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "local-stack must have laid out the services' jars within " + PREPARATION + ", see " + own);
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
        Folders.delete(own);
    }

    private long archives() throws IOException {
        if (!Files.exists(fastStart)) {
            return 0;
        }
        try (Stream<Path> files = Files.find(
                fastStart,
                2,
                (file, attributes) -> file.getFileName().toString().equals("classes.jsa"))) {
            return files.count();
        }
    }

    Repeat run(Fault fault, int number) throws InterruptedException {
        say("%s, %d of %d", fault.name(), number, plan.repeats());
        Judgement judgement;
        try {
            Path own = folder.resolve(fault.name() + "-" + number);
            Observation seen =
                    new Trial(fault, plan.bound(), plan.rate()).run(new Site(own, plan.modules(), fastStart));
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
