package io.homeostat.benchmarks.faults.stack;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** What the healer tells of incidents, asked fifteen times a second, and of targets. Thread-safe. */
public final class HealerView implements AutoCloseable {

    private final Http http;
    private final URI healer;
    private final Set<String> notWatched;
    private final Map<String, SeenIncident> incidents = new ConcurrentHashMap<>();
    private final Set<String> old = new HashSet<>();
    private final Polling polling;

    HealerView(Http http, URI healer, Set<String> notWatched) {
        this.http = http;
        this.healer = healer;
        this.notWatched = notWatched;
        this.polling = new Polling("incidents", Duration.ofMillis(60), this::look);
    }

    private void look() {
        http.get(healer.resolve("/api/incidents")).ifPresent(answer -> {
            long now = System.nanoTime();
            for (JsonNode item : answer.path("items")) {
                String id = item.path("incidentId").asString();
                SeenIncident known = incidents.get(id);
                incidents.put(id, SeenIncident.of(item, known == null ? now : known.seenNanos()));
            }
        });
    }

    /** Incidents that are told from now on count. */
    public synchronized void mark() {
        old.clear();
        old.addAll(incidents.keySet());
    }

    /** The incidents since the mark, without their stories, those that were told first first. */
    public synchronized List<SeenIncident> incidents() {
        return incidents.values().stream()
                .filter(one -> !old.contains(one.id()))
                .sorted(Comparator.comparingLong(SeenIncident::seenNanos))
                .toList();
    }

    /** The same with their stories, as far as the healer still tells them. */
    public List<SeenIncident> stories() {
        return incidents().stream()
                .map(one -> http.get(healer.resolve("/api/incidents/" + one.id()))
                        .map(json -> SeenIncident.of(json, one.seenNanos()))
                        .orElse(one))
                .toList();
    }

    /** Whether any incident, old or new, waits for its verdict. */
    public boolean isAnyOpen() {
        return incidents.values().stream().anyMatch(SeenIncident::open);
    }

    /** The states of the targets that are not well, by name; {@code healer} alone if it does not answer. */
    public Map<String, String> sickTargets() {
        Map<String, String> sick = new TreeMap<>();
        http.get(healer.resolve("/api/targets"))
                .ifPresentOrElse(
                        answer -> {
                            for (JsonNode item : answer.path("items")) {
                                String state = item.path("state").asString();
                                if (!state.equals("UP")) {
                                    sick.put(item.path("name").asString(), state);
                                }
                            }
                        },
                        () -> sick.put("healer", "NO_ANSWER"));
        sick.keySet().removeAll(notWatched);
        return sick;
    }

    @Override
    public void close() {
        polling.close();
    }
}
