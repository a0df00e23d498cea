package io.homeostat.benchmarks.faults;

import io.homeostat.benchmarks.faults.catalogue.Fault;
import io.homeostat.benchmarks.faults.catalogue.Injection;
import io.homeostat.benchmarks.faults.catalogue.Stage;
import io.homeostat.benchmarks.faults.judging.Observation;
import io.homeostat.benchmarks.faults.stack.Site;
import io.homeostat.benchmarks.faults.stack.Stack;
import io.homeostat.benchmarks.faults.traffic.IngestProbe;
import io.homeostat.benchmarks.faults.traffic.Interruption;
import io.homeostat.benchmarks.faults.traffic.Ledger;
import io.homeostat.benchmarks.faults.traffic.Output;
import io.homeostat.benchmarks.faults.traffic.OutputReader;
import io.homeostat.benchmarks.faults.traffic.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One fault, done once to a stack of its own that carries traffic, and everything that was seen of it. */
final class Trial {

    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration STABLE = Duration.ofSeconds(3);
    private static final Duration WATCHED_AT_LEAST = Duration.ofSeconds(12);
    private static final Duration DRAIN = Duration.ofSeconds(30);
    private static final Duration STRAGGLERS = Duration.ofSeconds(1);

    /** No output stands still for so long without a cause, also on a busy machine of two cores. */
    private static final Duration STANDSTILL = Duration.ofMillis(1_500);

    private static final String INGESTED = "{\"sensorId\": \"ingest\", \"temperature\": 20.0}";

    private final Fault fault;
    private final Duration bound;
    private final int rate;

    Trial(Fault fault, Duration bound, int rate) {
        this.fault = fault;
        this.bound = bound;
        this.rate = rate;
    }

    Observation run(Site site) throws IOException, InterruptedException {
        try (Endings endings = new Endings()) {
            Injection injection = endings.add(fault.injection().get());
            injection.prepare(site);
            Stack stack = endings.add(Stack.launch(site));
            stack.awaitReady();
            Ledger ledger = new Ledger();
            OutputReader outputs = endings.add(new OutputReader(stack.bootstrapServers(), ledger));
            Traffic traffic = endings.add(new Traffic(stack.bootstrapServers(), rate, ledger));
            endings.add(new IngestProbe(() -> stack.post("producer", "/api/readings", INGESTED) == 202, ledger));
            return measure(injection, new Stage(site, stack, outputs, ledger), traffic);
        }
    }

    private Observation measure(Injection injection, Stage stage, Traffic traffic)
            throws IOException, InterruptedException {
        Stack stack = stage.stack();
        TimeUnit.MILLISECONDS.sleep(SETTLING.toMillis());
        if (!becomes(() -> isQuiet(stage), bound, STABLE)) {
            throw new IllegalStateException("the stack must be well before it is hurt: " + stack.complaint());
        }
        injection.begin(stage);
        stack.supervisor().mark();
        stack.healer().mark();
        injection.inject(stage);
        long injected = System.nanoTime();
        injection.goOn(stage);
        if (!fault.lasting().time().isZero()) {
            last(stack, injected);
            injection.end(stage);
        }
        boolean well = becomes(
                () -> System.nanoTime() - injected > WATCHED_AT_LEAST.toNanos() && isQuiet(stage), bound, STABLE);
        String complaint = well ? "" : "not well after %s: %s".formatted(bound, stack.complaint());
        long ended = System.nanoTime();
        traffic.stop();
        boolean drained = becomes(() -> stage.ledger().missing() == 0, DRAIN, Duration.ZERO);
        // What comes twice may come late.
        TimeUnit.MILLISECONDS.sleep(STRAGGLERS.toMillis());
        return new Observation(
                injected,
                stack.healer().stories(),
                noticed(stack),
                stack.supervisor().restarts(),
                interruption(stage.ledger(), injected, ended),
                stage.ledger().reckon(),
                well && drained,
                note(stage, complaint, drained));
    }

    /** Waits as long as the cause of the fault is there. */
    private void last(Stack stack, long injected) throws InterruptedException {
        long end = injected + fault.lasting().time().toNanos();
        String component = fault.expectation().component();
        while (System.nanoTime() < end) {
            boolean told = stack.healer().incidents().stream()
                    .anyMatch(one -> one.target().equals(component) && !one.open());
            if (told && fault.lasting().onlyUntilVerdict()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean isQuiet(Stage stage) {
        return stage.stack().isWell() && stage.ledger().missing() < rate / 10;
    }

    private Map<String, Long> noticed(Stack stack) {
        Map<String, Long> noticed = new HashMap<>();
        for (String name : List.of("producer", "monitor", "healer", "broker")) {
            stack.supervisor().noticedNanos(name).ifPresent(at -> noticed.put(name, at));
        }
        return noticed;
    }

    private Interruption interruption(Ledger ledger, long injected, long ended) {
        return fault.expectation().outputs().stream()
                .map(output -> interruption(ledger, output, injected, ended))
                .max(Comparator.comparingLong(
                        one -> one.untilNanos() == null ? Long.MAX_VALUE : Objects.requireNonNull(one.untilNanos())))
                .orElse(Interruption.NONE);
    }

    private static Interruption interruption(Ledger ledger, Output output, long injected, long ended) {
        return Interruption.of(ledger.handled(output, injected), injected, ended, STANDSTILL);
    }

    private static String note(Stage stage, String complaint, boolean drained) {
        StringBuilder note = new StringBuilder(complaint);
        if (!drained) {
            note.append(note.isEmpty() ? "" : "; ")
                    .append("answers were missing ")
                    .append(DRAIN)
                    .append(" after the last reading");
        }
        if (stage.ledger().failures() > 0) {
            note.append(note.isEmpty() ? "" : "; ")
                    .append(stage.ledger().failures())
                    .append(" readings were not taken by Kafka");
        }
        return note.toString();
    }

    /** Whether something comes to be so within a bound, and stays so for a time. */
    private static boolean becomes(BooleanSupplier condition, Duration bound, Duration stable)
            throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        long since = Long.MAX_VALUE;
        while (true) {
            long now = System.nanoTime();
            since = condition.getAsBoolean() ? Math.min(since, now) : Long.MAX_VALUE;
            if (since != Long.MAX_VALUE && now - since >= stable.toNanos()) {
                return true;
            }
            if (now > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
