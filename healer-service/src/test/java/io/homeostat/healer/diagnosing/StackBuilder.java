package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Role;
import io.homeostat.healer.signals.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The five targets that are there by default, all well, until a test says otherwise. Mutable. */
final class StackBuilder {

    private final Map<String, TargetBuilder> targets = new LinkedHashMap<>();
    private long ownPauseMillis;

    static StackBuilder well() {
        StackBuilder stack = new StackBuilder();
        stack.add(
                "producer",
                new TargetBuilder("producer", Role.SERVICE, "broker")
                        .withHeartbeats()
                        .state("RUNNING", TargetBuilder.HOUR, null));
        stack.add(
                "monitor",
                new TargetBuilder("monitor", Role.SERVICE, "broker", "database")
                        .withHeartbeats()
                        .withPipeline(4));
        stack.add(
                "healer",
                new TargetBuilder("healer", Role.SERVICE, "broker")
                        .withHeartbeats()
                        .withPipeline(4));
        stack.add("broker", new TargetBuilder("broker", Role.BROKER));
        stack.add("database", new TargetBuilder("database", Role.DATABASE).unsupervised());
        return stack;
    }

    /** A monitor whose process has stood still for so long, as after SIGSTOP. */
    static StackBuilder hung(long millis) {
        return well().monitor(one -> one.silent(Answer.TIMED_OUT, millis)
                .mute(millis)
                .stopsMoving(millis)
                .process("UNHEALTHY", millis, 0, null));
    }

    StackBuilder add(String name, TargetBuilder target) {
        targets.put(name, target);
        return this;
    }

    StackBuilder producer(Consumer<TargetBuilder> change) {
        return with("producer", change);
    }

    StackBuilder monitor(Consumer<TargetBuilder> change) {
        return with("monitor", change);
    }

    StackBuilder healer(Consumer<TargetBuilder> change) {
        return with("healer", change);
    }

    StackBuilder broker(Consumer<TargetBuilder> change) {
        return with("broker", change);
    }

    StackBuilder database(Consumer<TargetBuilder> change) {
        return with("database", change);
    }

    StackBuilder with(String name, Consumer<TargetBuilder> change) {
        TargetBuilder target = targets.get(name);
        if (target == null) {
            throw new IllegalArgumentException("no target " + name + " among " + targets.keySet());
        }
        change.accept(target);
        return this;
    }

    /** What three services look like whose broker has not answered for so long. */
    StackBuilder withoutKafka(long millis) {
        producer(one -> one.mute(millis).unready(millis).inputStill(millis));
        monitor(one -> one.mute(millis).unready(millis).stopsMoving(millis));
        return healer(one -> one.mute(millis).unready(millis).stopsMoving(millis));
    }

    StackBuilder ownPause(long millis) {
        ownPauseMillis = millis;
        return this;
    }

    Snapshot snapshot() {
        return new Snapshot(
                TargetBuilder.HOUR,
                targets.values().stream().map(TargetBuilder::build).toList(),
                ownPauseMillis);
    }
}
