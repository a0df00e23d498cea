package io.homeostat.benchmarks.faults;

import io.homeostat.benchmarks.Command;
import io.homeostat.benchmarks.Folders;
import io.homeostat.benchmarks.Machine;
import io.homeostat.benchmarks.faults.stack.SeenIncident;
import io.homeostat.benchmarks.faults.stack.Site;
import io.homeostat.benchmarks.faults.stack.Stack;
import io.homeostat.benchmarks.faults.traffic.Ledger;
import io.homeostat.benchmarks.faults.traffic.OutputReader;
import io.homeostat.benchmarks.faults.traffic.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Does nothing to the stack as shipped but ordinary traffic, for hours, a part of them fast and on cores that others keep
 * busy, and says what the healer made of it: the right answer is nothing at all.
 */
public final class QuietCommand implements Command {

    private static final Duration LOOK = Duration.ofSeconds(60);

    @Override
    public void run(String[] arguments) throws IOException, InterruptedException {
        QuietPlan plan = QuietPlan.of(arguments);
        Path folder = Files.createTempDirectory("homeostat-quiet");
        boolean quiet = false;
        try (Endings endings = new Endings()) {
            Stack stack = endings.add(
                    Stack.launch(new Site(folder.resolve("stack"), plan.modules(), folder.resolve("fast-start"))));
            stack.awaitReady();
            Ledger ledger = new Ledger();
            endings.add(new OutputReader(stack.bootstrapServers(), ledger));
            stack.supervisor().mark();
            stack.healer().mark();
            try (Load others = endings.add(new Load(plan.burners()))) {
                stretch(
                        stack,
                        ledger,
                        plan.busy(),
                        plan.busyRate(),
                        "busy, with %d threads beside".formatted(others.threads()));
            }
            stretch(stack, ledger, plan.ordinary(), plan.ordinaryRate(), "ordinary");
            quiet = tell(plan, stack, ledger);
        } finally {
            if (quiet) {
                Folders.delete(folder);
            } else {
                System.err.println("The stack's logs are in " + folder);
            }
        }
        if (!quiet) {
            throw new IllegalStateException("ordinary traffic must give no incident and no restart, and lose nothing");
        }
    }

    private static void stretch(Stack stack, Ledger ledger, Duration time, int rate, String words)
            throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        try (Traffic traffic = new Traffic(stack.bootstrapServers(), rate, ledger)) {
            while (System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.sleep(Math.min(LOOK.toNanos(), Math.max(1, end - System.nanoTime())));
                say(
                        "%s, %,d readings/s: %d min left, load %.1f, %d incidents, restarts %s",
                        words,
                        rate,
                        Duration.ofNanos(Math.max(0, end - System.nanoTime())).toMinutes(),
                        Machine.load(),
                        stack.healer().incidents().size(),
                        stack.supervisor().restarts());
            }
            traffic.stop();
        }
    }

    private static boolean tell(QuietPlan plan, Stack stack, Ledger ledger) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (ledger.missing() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        List<SeenIncident> incidents = stack.healer().stories();
        incidents.forEach(one -> {
            say("%s of %s: %s", one.kind(), one.target(), one.open() ? "open" : String.valueOf(one.verdict()));
            one.story().forEach(line -> say("    %s", line));
        });
        System.out.printf(
                Locale.ROOT,
                "%d min at %,d readings/s on cores that %d threads kept busy, then %d min at %,d; %s: %d incidents, restarts %s, %s%n",
                plan.busy().toMinutes(),
                plan.busyRate(),
                plan.burners(),
                plan.ordinary().toMinutes(),
                plan.ordinaryRate(),
                Machine.words(),
                incidents.size(),
                stack.supervisor().restarts(),
                ledger.reckon());
        return incidents.isEmpty()
                && stack.supervisor().restarts().isEmpty()
                && ledger.reckon().lost() == 0
                && ledger.reckon().doubled() == 0;
    }

    private static void say(String format, Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }
}
