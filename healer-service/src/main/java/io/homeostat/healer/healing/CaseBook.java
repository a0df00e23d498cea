package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.recovering.Recovery;
import io.homeostat.healer.recovering.RecoveryMeans;
import io.homeostat.healer.recovering.RecoveryState;
import io.homeostat.model.incident.Incident;
import io.homeostat.runtime.files.JsonFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The recoveries under way with their stories, at most one a target, as they also stand in the journal. Not thread-safe. */
final class CaseBook {

    /** A recovery and its story. */
    record Case(Recovery recovery, IncidentStory story) {}

    private final RecoveryMeans means;
    private final JsonFile<RecoveryJournal> journal;
    private final InstantSource clock;
    private final Map<String, Case> cases = new LinkedHashMap<>();

    CaseBook(RecoveryMeans means, JsonFile<RecoveryJournal> journal, InstantSource clock) {
        this.means = means;
        this.journal = journal;
        this.clock = clock;
    }

    /** Of a copy, so that a case may be closed meanwhile. */
    List<Case> all() {
        return List.copyOf(cases.values());
    }

    Optional<Case> of(String target) {
        return Optional.ofNullable(cases.get(target));
    }

    /** Begins the incident of a fault that is seen now. */
    Case open(Diagnosis fault, long nowMillis) {
        Instant at = clock.instant();
        String target = fault.component();
        String id = UUID.nameUUIDFromBytes((target + "/" + at.toEpochMilli()).getBytes(StandardCharsets.UTF_8))
                .toString();
        Case opened =
                new Case(Recovery.open(id, fault, means, nowMillis), new IncidentStory(id, fault, at, nowMillis, 0));
        cases.put(target, opened);
        return opened;
    }

    /** Goes on with what the process before had begun, but for what somebody else has ended since. */
    void restore(long nowMillis, Predicate<String> isClosed) {
        journal.read().ifPresent(entry -> {
            means.guardRails().restore(entry.ledger(), nowMillis);
            for (RecoveryState state : entry.open()) {
                if (!isClosed.test(state.incidentId())) {
                    Instant detectedAt = entry.detectedAt().getOrDefault(state.target(), clock.instant());
                    long told = entry.sequences().getOrDefault(state.target(), 0L);
                    put(state, detectedAt, told, nowMillis);
                }
            }
        });
    }

    /** Goes on with an incident that another healer has begun. */
    Case adopt(Incident incident, long nowMillis) {
        long told = incident.events().get(incident.events().size() - 1).sequence();
        return put(Inheritance.of(incident), incident.detectedAt(), told, nowMillis);
    }

    private Case put(RecoveryState state, Instant detectedAt, long told, long nowMillis) {
        IncidentStory story = new IncidentStory(
                state.incidentId(), state.diagnosis(), detectedAt, nowMillis - state.detectedAgoMillis(), told);
        Case one = new Case(Recovery.restored(state, means, nowMillis), story);
        cases.put(state.target(), one);
        return one;
    }

    void close(String target) {
        cases.remove(target);
    }

    /** Another healer goes on with all of them. */
    void leaveAll(long nowMillis) {
        if (!cases.isEmpty()) {
            cases.clear();
            write(nowMillis);
        }
    }

    /** Writes down how things are; before anything is done. */
    void write(long nowMillis) {
        List<RecoveryState> open = new ArrayList<>();
        Map<String, Long> sequences = new HashMap<>();
        Map<String, Instant> detectedAt = new HashMap<>();
        cases.forEach((target, one) -> {
            open.add(one.recovery().state(nowMillis));
            sequences.put(target, one.story().sequence());
            detectedAt.put(target, one.story().detectedAt());
        });
        journal.write(new RecoveryJournal(
                open, sequences, detectedAt, means.guardRails().state(nowMillis)));
    }
}
