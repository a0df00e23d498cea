package io.homeostat.healer.watching;

import io.homeostat.healer.signals.ProcessSignals;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks the supervisor, twice a second, how its processes are. Thread-safe. */
final class SupervisorWatcher extends Watcher {

    private static final long LATELY_MILLIS = 5 * 60_000;
    private static final long STALE_MILLIS = 5_000;

    /** What was seen of one process. */
    private static final class Track {
        private final Deque<Long> ends = new ArrayDeque<>();
        private String state = "";
        private long sinceMillis;
        private @Nullable Long pid;
        private @Nullable Integer lastExitCode;
        private boolean lastEndAsked;
        private int restarts;
    }

    private final @Nullable URI processes;
    private final Inquirer inquirer;
    private final LongSupplier millis;
    private final Map<String, Track> tracks = new HashMap<>();
    private long answeredMillis = Long.MIN_VALUE;

    SupervisorWatcher(@Nullable URI processes, Inquirer inquirer, LongSupplier millis) {
        super("supervisor", Duration.ofMillis(500));
        this.processes = processes;
        this.inquirer = inquirer;
        this.millis = millis;
    }

    /** What the supervisor said of a process within the last seconds. */
    synchronized ProcessSignals of(String name, long nowMillis) {
        Track track = tracks.get(name);
        if (track == null || answeredMillis == Long.MIN_VALUE || nowMillis - answeredMillis > STALE_MILLIS) {
            return ProcessSignals.UNKNOWN;
        }
        while (!track.ends.isEmpty() && nowMillis - track.ends.getFirst() > LATELY_MILLIS) {
            track.ends.removeFirst();
        }
        return new ProcessSignals(
                track.state,
                nowMillis - track.sinceMillis,
                track.pid,
                track.ends.size(),
                track.lastExitCode,
                track.lastEndAsked);
    }

    @Override
    protected void look() throws InterruptedException {
        if (processes == null) {
            return;
        }
        Reply reply = inquirer.ask(processes);
        if (reply.body() != null && reply.body().path("items").isArray()) {
            note(reply.body().path("items"), millis.getAsLong());
        }
    }

    synchronized void note(JsonNode items, long nowMillis) {
        answeredMillis = nowMillis;
        for (JsonNode item : items) {
            String name = item.path("name").asString("");
            boolean first = !tracks.containsKey(name);
            Track track = tracks.computeIfAbsent(name, unknown -> new Track());
            String state = item.path("state").asString("");
            Long pid =
                    item.path("pid").isNumber() ? Long.valueOf(item.path("pid").asLong()) : null;
            if (!state.equals(track.state)) {
                track.state = state;
                track.sinceMillis = nowMillis;
            }
            int restarts = item.path("restarts").asInt(0);
            boolean gone = track.pid != null && pid == null;
            boolean asked = item.path("lastEndAsked").asBoolean(false);
            if (!first && !asked && (gone || (restarts > track.restarts && track.pid != null))) {
                track.ends.addLast(nowMillis);
            }
            track.pid = pid;
            track.restarts = restarts;
            track.lastEndAsked = asked;
            track.lastExitCode = item.path("lastExitCode").isNumber()
                    ? Integer.valueOf(item.path("lastExitCode").asInt())
                    : null;
        }
    }
}
