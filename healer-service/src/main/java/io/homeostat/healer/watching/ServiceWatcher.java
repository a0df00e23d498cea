package io.homeostat.healer.watching;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.PipelineSignals.ThreadFailure;
import io.homeostat.healer.signals.Probe;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks one service for its liveness, its readiness and its pipeline, once a second. Thread-safe. */
final class ServiceWatcher extends Watcher {

    private final Inquirer inquirer;
    private final @Nullable URI livenessAt;
    private final @Nullable URI readinessAt;
    private final @Nullable URI pipelineAt;
    private final LongSupplier millis;
    private final InstantSource clock;
    private final ProbeTrack liveness = new ProbeTrack();
    private final ProbeTrack readiness = new ProbeTrack();
    private volatile Words words = Words.NONE;
    private volatile String databaseWord = "";

    /**
     * What a service said of its pipeline, and since when it has said that state. Immutable.
     *
     * @param state {@code null} if it does not say
     */
    record Words(
            @Nullable String state,
            long sinceMillis,
            @Nullable String reason,
            Map<String, String> threads,
            int threadDeaths,
            @Nullable ThreadFailure lastFailure,
            long saidMillis) {

        static final Words NONE = new Words(null, 0, null, Map.of(), 0, null, 0);
    }

    ServiceWatcher(
            String name, TargetsProperties.Target target, Inquirer inquirer, LongSupplier millis, InstantSource clock) {
        super(name, Duration.ofSeconds(1));
        this.inquirer = inquirer;
        this.livenessAt = target.at("/actuator/health/liveness").orElse(null);
        this.readinessAt = target.at("/actuator/health/readiness").orElse(null);
        this.pipelineAt = target.at("/actuator/pipeline").orElse(null);
        this.millis = millis;
        this.clock = clock;
    }

    Probe liveness(long nowMillis) {
        return liveness.view(nowMillis);
    }

    Probe readiness(long nowMillis) {
        return readiness.view(nowMillis);
    }

    /** What it said last of its pipeline; nothing once that is ten seconds old. */
    Words words(long nowMillis) {
        Words last = words;
        return nowMillis - last.saidMillis() > 10_000 ? Words.NONE : last;
    }

    /** What it says of the database that it works with: {@code UP}, {@code DOWN}, or nothing. */
    String databaseWord() {
        return databaseWord;
    }

    /** Its process began a new life. */
    void forgetRhythm() {
        liveness.forgetRhythm();
        readiness.forgetRhythm();
    }

    @Override
    protected void look() throws InterruptedException {
        if (livenessAt == null || readinessAt == null || pipelineAt == null) {
            return;
        }
        Reply live = inquirer.ask(livenessAt);
        liveness.note(live.answer(), live.tookMillis(), live.detail(), millis.getAsLong());
        if (live.body() == null && live.answer() != Answer.UNREADABLE) {
            readiness.note(live.answer(), live.tookMillis(), live.detail(), millis.getAsLong());
            databaseWord = "";
            return;
        }
        Reply ready = inquirer.ask(readinessAt);
        readiness.note(ready.answer(), ready.tookMillis(), detail(ready), millis.getAsLong());
        databaseWord = ready.body() == null
                ? ""
                : ready.body()
                        .path("components")
                        .path("database")
                        .path("status")
                        .asString("");
        Reply pipeline = inquirer.ask(pipelineAt);
        if (pipeline.body() != null) {
            words = read(pipeline.body(), words, millis.getAsLong());
        }
    }

    /** Which of its components say that they are not well. */
    private static String detail(Reply reply) {
        if (reply.body() == null || reply.answer() == Answer.UP) {
            return reply.detail();
        }
        StringBuilder sick = new StringBuilder(reply.detail());
        reply.body().path("components").properties().forEach(component -> {
            if (!component.getValue().path("status").asString("").equals("UP")) {
                sick.append("; ").append(component.getKey()).append(' ').append(component.getValue());
            }
        });
        return sick.toString();
    }

    private Words read(JsonNode body, Words before, long now) {
        String state = body.path("state").asString(null);
        long since = state != null && state.equals(before.state()) ? before.sinceMillis() : now;
        Map<String, String> threads = new LinkedHashMap<>();
        body.path("threads")
                .forEach(thread -> threads.put(
                        thread.path("name").asString("?"), thread.path("state").asString("?")));
        return new Words(
                state,
                since,
                body.path("reason").asString(null),
                Map.copyOf(threads),
                body.path("threadDeaths").asInt(0),
                failure(body.path("lastFailure")),
                now);
    }

    private @Nullable ThreadFailure failure(JsonNode last) {
        if (!last.isObject()) {
            return null;
        }
        return new ThreadFailure(
                last.path("error").asString(""),
                ago(last.path("at").asString("")),
                last.path("topic").asString(null),
                last.path("partition").asInt(-1),
                last.path("offset").asLong(-1),
                last.path("timesThere").asInt(0));
    }

    private long ago(String instant) {
        try {
            return Math.max(
                    0, Duration.between(Instant.parse(instant), clock.instant()).toMillis());
        } catch (DateTimeParseException e) {
            return 0;
        }
    }
}
