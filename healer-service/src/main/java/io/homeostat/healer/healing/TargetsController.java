package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import io.homeostat.healer.watching.MaintenanceWindows;
import io.homeostat.healer.watching.Watch;
import io.homeostat.runtime.web.Page;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is watched, how they are, and who is in maintenance. */
@RestController
@RequestMapping("/api/targets")
class TargetsController {

    private static final Duration LONGEST = Duration.ofDays(7);

    /**
     * A target as a person sees it. Immutable.
     *
     * @param state {@code UP}, {@code SICK}, {@code AFFECTED} by another's fault, {@code MAINTENANCE} or {@code UNSEEN}
     * @param diagnosis what is wrong; {@code null} if nothing
     * @param maintenance the window that it is in; {@code null} if none
     * @param signals everything that is seen of it
     */
    record TargetView(
            String name,
            String state,
            @Nullable Diagnosis diagnosis,
            MaintenanceWindows.@Nullable Window maintenance,
            TargetSignals signals) {}

    /** How long a person works on a target, and why. */
    record MaintenanceOrder(
            @Nullable Duration duration, @Nullable String reason) {}

    /** What a person ordered is under way. */
    record Recovering(String target, String incidentId) {}

    private final Watch watch;
    private final HealingLoop loop;
    private final PersonsOrders orders;
    private final MaintenanceWindows windows;

    TargetsController(Watch watch, HealingLoop loop, PersonsOrders orders, MaintenanceWindows windows) {
        this.watch = watch;
        this.orders = orders;
        this.loop = loop;
        this.windows = windows;
    }

    @GetMapping
    Page<TargetView> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        Snapshot snapshot = watch.snapshot();
        List<Diagnosis> faults = loop.diagnoses();
        return Page.of(snapshot.targets().stream().map(one -> view(one, faults)).toList(), page, size);
    }

    @GetMapping("/{name}")
    TargetView target(@PathVariable String name) {
        requireKnown(name);
        return view(watch.snapshot().target(name).orElseThrow(), loop.diagnoses());
    }

    /** Restarts its process now, whatever the healer thinks of it; 409 in maintenance, over budget, or while a remedy runs. */
    @PostMapping("/{name}/recover")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Recovering recover(@PathVariable String name) {
        requireKnown(name);
        return new Recovering(name, orders.recover(name));
    }

    @PostMapping("/{name}/maintenance")
    TargetView begin(@PathVariable String name, @RequestBody MaintenanceOrder order) {
        requireKnown(name);
        Duration duration = order.duration();
        if (duration == null || duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw ProblemException.unprocessable(
                    "duration must be longer than PT0S and at most " + LONGEST + ", was " + duration + ".");
        }
        String reason = order.reason() == null ? "" : order.reason();
        if (reason.length() > 200) {
            throw ProblemException.unprocessable("reason must be at most 200 characters, was " + reason.length() + ".");
        }
        windows.begin(name, duration, reason, Instant.now());
        return target(name);
    }

    @DeleteMapping("/{name}/maintenance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String name) {
        requireKnown(name);
        windows.end(name);
    }

    private TargetView view(TargetSignals signals, List<Diagnosis> faults) {
        String name = signals.name();
        Diagnosis own = faults.stream()
                .filter(fault -> fault.component().equals(name))
                .findFirst()
                .orElse(null);
        Diagnosis root = faults.stream()
                .filter(fault -> fault.explains().contains(name))
                .findFirst()
                .orElse(null);
        MaintenanceWindows.Window window = windows.of(name).orElse(null);
        String state = window != null
                ? "MAINTENANCE"
                : own != null ? "SICK" : root != null ? "AFFECTED" : signals.seen() ? "UP" : "UNSEEN";
        return new TargetView(name, state, own == null ? root : own, window, signals);
    }

    private void requireKnown(String name) {
        if (!watch.names().contains(name)) {
            throw ProblemException.notFound(
                    "There is no target \"" + name + "\"; there are " + String.join(", ", watch.names()) + ".");
        }
    }
}
