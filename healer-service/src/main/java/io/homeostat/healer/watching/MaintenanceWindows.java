package io.homeostat.healer.watching;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Which targets a person works on, so that nothing is done to them. Kept in memory, by monotonic time. Thread-safe. */
public final class MaintenanceWindows {

    /**
     * One target's window. Immutable.
     *
     * @param reason what the person said
     * @param until its end by the system's clock, for people
     * @param endMillis its end in monotonic milliseconds
     */
    public record Window(String reason, Instant until, long endMillis) {}

    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final LongSupplier millis;

    public MaintenanceWindows(LongSupplier millis) {
        this.millis = millis;
    }

    /** Begins a target's window, or sets its end anew. */
    public Window begin(String target, Duration duration, String reason, Instant now) {
        Window window = new Window(reason, now.plus(duration), millis.getAsLong() + duration.toMillis());
        windows.put(target, window);
        return window;
    }

    /** Ends a target's window before its time. */
    public void end(String target) {
        windows.remove(target);
    }

    /** All windows that are open, by target. */
    public Map<String, Window> open() {
        windows.values().removeIf(window -> window.endMillis() <= millis.getAsLong());
        return Map.copyOf(windows);
    }

    /** The window that a target is in. */
    public Optional<Window> of(String target) {
        return Optional.ofNullable(windows.get(target)).filter(window -> window.endMillis() > millis.getAsLong());
    }
}
