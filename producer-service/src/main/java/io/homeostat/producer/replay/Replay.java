package io.homeostat.producer.replay;

import io.homeostat.producer.publishing.Delivery;
import io.homeostat.producer.publishing.Publisher;
import io.homeostat.producer.publishing.ReadingTemplate;
import io.homeostat.runtime.files.JsonFile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running replay: a thread that sends a recording's readings when they are due. */
final class Replay {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);

    private static final Duration LOG_INTERVAL = Duration.ofSeconds(5);
    private static final Duration NOTE_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);

    private enum State {
        PREPARING,
        RUNNING,
        COMPLETED,
        CANCELLED,
        FAILED
    }

    private final String id;
    private final ReplayPlan plan;
    private final Publisher publisher;
    private final Clock clock;
    private final Optional<JsonFile<Place>> bookmark;
    private final Delivery delivery = Delivery.unbounded();
    private final Thread thread;
    private final Instant startedAt;
    private volatile State state = State.PREPARING;
    private volatile @Nullable String reason;
    private volatile @Nullable Timetable timetable;
    private volatile @Nullable Instant endedAt;
    private volatile long sentBefore;
    private @Nullable Place place;
    private long notedMillis;
    private Instant lastLogged;

    /**
     * A replay that is not started yet.
     *
     * @param bookmark where its place is noted, and where it goes on; empty: it begins at the beginning
     */
    Replay(String id, ReplayPlan plan, Optional<JsonFile<Place>> bookmark, Publisher publisher, Clock clock) {
        this.id = id;
        this.plan = plan;
        this.bookmark = bookmark;
        this.publisher = publisher;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.lastLogged = startedAt;
        this.thread = new Thread(this::run, "replay-" + id);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean isOver() {
        return state == State.COMPLETED || state == State.CANCELLED || state == State.FAILED;
    }

    /** Ends it, waiting a moment for its thread. */
    void cancel() throws InterruptedException {
        thread.interrupt();
        thread.join(END_PATIENCE.toMillis());
    }

    private void run() {
        try {
            Survey survey = survey();
            Optional<Place> left = bookmark.flatMap(JsonFile::read);
            Timetable times = left.map(place -> Timetable.continuing(clock.millis(), survey, plan.speed(), place))
                    .orElseGet(() ->
                            Timetable.beginning(clock.millis(), survey, plan.speed(), plan.shift(), plan.fromMillis()));
            timetable = times;
            state = State.RUNNING;
            send(times, left.map(Place::sent).orElse(0L));
            if (delivery.await()) {
                note();
                end(State.COMPLETED, null);
            } else {
                end(
                        State.FAILED,
                        "Kafka did not take %d readings: %s"
                                .formatted(delivery.failedCount(), delivery.firstFailure()));
            }
        } catch (InterruptedException e) {
            end(State.CANCELLED, null);
        } catch (UnreadableRecordingException | IOException e) {
            end(State.FAILED, e.getMessage());
        } catch (RuntimeException e) {
            log.error("Replay {} failed", id, e);
            end(State.FAILED, e.toString());
        }
    }

    private Survey survey() throws IOException {
        try (Recording recording = open()) {
            return Survey.of(recording);
        }
    }

    private void send(Timetable times, long before) throws IOException, InterruptedException {
        ReadingTemplate template = new ReadingTemplate(plan.stream().valueField(), plan.sensorId());
        long passed = 0;
        try (Recording recording = open()) {
            for (@Nullable Row row = recording.next(); row != null; row = recording.next()) {
                if (!(row instanceof Row.TimedValue reading)) {
                    continue;
                }
                passed++;
                if (passed <= before || reading.timeMillis() < plan.fromMillis()) {
                    sentBefore = passed;
                } else {
                    awaitDue(times.dueMillis(reading.timeMillis()));
                    noteNowAndThen();
                    publisher.publish(
                            plan.stream().readings(),
                            template.key(),
                            template.json(reading.value(), times.eventTimeMillis(reading.timeMillis())),
                            delivery);
                    place = new Place(passed, reading.timeMillis(), times.offsetMillis());
                    logNowAndThen();
                }
            }
        }
    }

    /** Notes once a second what Kafka has acknowledged: who is killed in between sends that second's readings again. */
    private void noteNowAndThen() {
        if (clock.millis() - notedMillis >= NOTE_INTERVAL.toMillis()
                && delivery.acknowledgedCount() == delivery.sentCount()) {
            notedMillis = clock.millis();
            note();
        }
    }

    private void note() {
        Place reached = place;
        if (reached != null) {
            bookmark.ifPresent(one -> one.write(reached));
        }
    }

    private void awaitDue(long dueMillis) throws InterruptedException {
        for (long left = dueMillis - clock.millis(); left > 0; left = dueMillis - clock.millis()) {
            LockSupport.parkNanos(
                    Math.min(LONGEST_PAUSE.toNanos(), Duration.ofMillis(left).toNanos()));
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled");
            }
            logNowAndThen();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
    }

    private Recording open() throws IOException {
        return new Recording(new InputStreamReader(plan.source().open(), StandardCharsets.UTF_8));
    }

    private void end(State last, @Nullable String why) {
        reason = why;
        endedAt = clock.instant();
        state = last;
        try {
            plan.source().release();
        } catch (IOException e) {
            log.warn("The upload of replay {} could not be removed: {}", id, e.toString());
        }
        ReplayView view = view();
        log.info(
                "Replay {} of {} {}: {} of {} readings, {} acknowledged, {} bad lines{}",
                id,
                view.source(),
                last,
                view.sent(),
                view.readings(),
                view.acknowledged(),
                view.badLines(),
                why == null ? "" : "; " + why);
    }

    private void logNowAndThen() {
        Instant now = clock.instant();
        if (now.isBefore(lastLogged.plus(LOG_INTERVAL))) {
            return;
        }
        lastLogged = now;
        ReplayView view = view();
        log.info(
                "Replay {} of {}: {} of {} readings ({} %), {} readings/s, {} bad lines, expected to end at {}",
                id,
                view.source(),
                view.sent(),
                view.readings(),
                Math.round(100 * view.progress()),
                view.readingsPerSecond(),
                view.badLines(),
                view.eta());
    }

    ReplayView view() {
        Timetable times = timetable;
        Survey survey = times == null ? null : times.survey();
        Instant ended = endedAt;
        Instant begun = times == null ? startedAt : Instant.ofEpochMilli(times.startMillis());
        Progress progress = new Progress(
                sentBefore + delivery.sentCount(),
                survey == null ? 0 : survey.readings(),
                begun,
                ended == null ? clock.instant() : ended);
        return new ReplayView(
                id,
                plan.source().name(),
                plan.stream().stream(),
                plan.sensorId(),
                plan.speed(),
                plan.shift().label(),
                state.name(),
                reason,
                progress.total(),
                progress.sent(),
                sentBefore + delivery.acknowledgedCount(),
                delivery.failedCount(),
                survey == null ? 0 : survey.badLines(),
                survey == null ? List.of() : survey.firstBadLines(),
                survey == null ? 0 : progress.part(),
                progress.perSecond(),
                startedAt,
                ended,
                times == null || ended != null ? null : progress.eta(times.end()));
    }
}
