package io.homeostat.healer.incidents;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.incident.Incident;
import io.homeostat.model.incident.IncidentEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest thousand incidents, with their stories. Thread-safe. */
public final class IncidentBook {

    static final int MOST = 1_000;
    private static final int MOST_EVENTS = 200;

    private final Map<String, List<IncidentEvent>> stories = new LinkedHashMap<>();

    /** Takes an event; one that is there already changes nothing. */
    public synchronized void add(IncidentEvent event) {
        List<IncidentEvent> story = stories.computeIfAbsent(event.incidentId(), unknown -> new ArrayList<>());
        boolean known = story.stream().anyMatch(one -> one.sequence() == event.sequence());
        if (known || story.size() >= MOST_EVENTS) {
            return;
        }
        story.add(event);
        story.sort(Comparator.comparingLong(IncidentEvent::sequence));
        if (stories.size() > MOST) {
            stories.remove(stories.keySet().iterator().next());
        }
    }

    /** Takes what stands on the topic; what is no event is passed over. */
    void read(byte @Nullable [] value) {
        if (value == null) {
            return;
        }
        try {
            add(IncidentEvent.read(value));
        } catch (MessageFormatException e) {
            // somebody else's record; there is nothing to tell of it
        }
    }

    /** All incidents without their stories, those that began last first. */
    public synchronized List<Incident> newestFirst() {
        return stories.values().stream()
                .map(story -> Incident.of(story, false))
                .sorted(Comparator.comparing(Incident::detectedAt).reversed())
                .toList();
    }

    /** The incidents without a verdict, with their stories. */
    public synchronized List<Incident> open() {
        return stories.values().stream()
                .filter(story -> story.stream().noneMatch(event -> event.event().equals("closed")))
                .map(story -> Incident.of(story, true))
                .toList();
    }

    /** The incidents that ended with a call to a person and of whose target nothing was told since. */
    public synchronized List<Incident> handedOver() {
        return stories.values().stream()
                .filter(story ->
                        "HANDED_OVER".equals(story.get(story.size() - 1).verdict()))
                .map(story -> Incident.of(story, false))
                .toList();
    }

    /** An incident with its story. */
    public synchronized Optional<Incident> find(String incidentId) {
        return Optional.ofNullable(stories.get(incidentId)).map(story -> Incident.of(story, true));
    }
}
