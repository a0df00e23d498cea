package io.homeostat.healer.recovering;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Role;
import io.homeostat.healer.signals.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Targets that fall ill, seem well, get well by themselves or by what is done to them, all by chance. */
final class RandomWorld {

    private static final FaultKind[] KINDS = FaultKind.values();

    private final Sights sights = new Sights();
    private final Map<String, Body> bodies = new LinkedHashMap<>();
    private final Random random;
    private boolean quiet;
    long now;

    RandomWorld(Random random) {
        this.random = random;
        sights.names().forEach(name -> bodies.put(name, new Body(name)));
    }

    List<String> names() {
        return sights.names();
    }

    Body body(String name) {
        Body body = bodies.get(name);
        if (body == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return body;
    }

    /** From now on nobody falls ill, and everybody who is gets well. */
    void calmDown() {
        quiet = true;
        bodies.values().forEach(body -> body.kind = null);
    }

    void pass(long millis) {
        now += millis;
        bodies.values().forEach(Body::pass);
    }

    /** As a healer sees it whose time began then. */
    Snapshot snapshot(long origin) {
        bodies.values().forEach(Body::show);
        return sights.at(now - origin);
    }

    List<Diagnosis> faults() {
        List<Diagnosis> faults = new ArrayList<>();
        for (Body body : bodies.values()) {
            if (body.kind != null && !body.seemsWell && !body.isExplained()) {
                faults.add(Sights.fault(body.name, body.kind, now - body.since, body.explains()));
            }
        }
        return faults;
    }

    boolean isDown(String name) {
        FaultKind kind = body(name).kind;
        return kind == FaultKind.BROKER_DOWN || kind == FaultKind.DATABASE_DOWN;
    }

    List<String> dependencies(String name) {
        return sights.at(now).target(name).orElseThrow().dependsOn();
    }

    final class Body {
        final String name;

        @Nullable
        FaultKind kind;

        long since;
        boolean seemsWell;
        long position = 100;
        long end = 100;
        long canaryAt = Long.MIN_VALUE;

        private Body(String name) {
            this.name = name;
        }

        boolean hasPipeline() {
            return name.equals("monitor") || name.equals("healer");
        }

        void maybeCure() {
            if (random.nextInt(3) == 0) {
                kind = null;
            }
        }

        private void pass() {
            if (kind == null && !quiet && random.nextInt(1_000) == 0) {
                kind = fallIll();
                since = now;
                seemsWell = false;
            } else if (kind != null && random.nextInt(400) == 0) {
                kind = null;
            } else if (kind != null && random.nextInt(seemsWell ? 20 : 150) == 0) {
                seemsWell = !seemsWell;
            }
            if (random.nextInt(4) == 0) {
                end += random.nextInt(20);
            }
            if (kind == null && !names().stream().anyMatch(other -> isDown(other))) {
                position = quiet || random.nextInt(3) > 0 ? end : position;
                canaryAt = now;
            }
        }

        private FaultKind fallIll() {
            return switch (role()) {
                case BROKER -> FaultKind.BROKER_DOWN;
                case DATABASE -> FaultKind.DATABASE_DOWN;
                case SERVICE -> serviceFault();
            };
        }

        private FaultKind serviceFault() {
            FaultKind chosen = KINDS[random.nextInt(KINDS.length)];
            return chosen == FaultKind.BROKER_DOWN || chosen == FaultKind.DATABASE_DOWN
                    ? FaultKind.STALLED_PIPELINE
                    : chosen;
        }

        private Role role() {
            return sights.at(now).target(name).orElseThrow().role();
        }

        private boolean isExplained() {
            return dependencies(name).stream().anyMatch(on -> isDown(on) && !body(on).seemsWell);
        }

        private String[] explains() {
            return isDown(name)
                    ? names().stream()
                            .filter(other -> dependencies(other).contains(name))
                            .toArray(String[]::new)
                    : new String[0];
        }

        private void show() {
            Sights.Sight sight = sights.of(name);
            sight.answers(kind == null || seemsWell ? Answer.UP : Answer.DOWN);
            if (hasPipeline()) {
                sight.at(position, end).canaryAgo(canaryAt == Long.MIN_VALUE ? Long.MAX_VALUE : now - canaryAt);
            }
        }
    }
}
