package io.homeostat.producer.replay;

import io.homeostat.producer.publishing.Publisher;
import io.homeostat.runtime.files.JsonFile;
import io.homeostat.runtime.logging.LogText;
import io.homeostat.runtime.web.ProblemException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replays that run, at most {@value #MOST_RUNNING}, and the last that did, {@value #MOST} in all. Thread-safe. */
final class Replays implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    static final int MOST_RUNNING = 16;
    static final int MOST = 100;

    private final Publisher publisher;
    private final Clock clock;
    private final Map<Integer, Replay> replays = new ConcurrentSkipListMap<>();
    private int started;

    Replays(Publisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Starts a replay at the beginning of its recording. */
    Replay start(ReplayPlan plan) {
        return start(plan, Optional.empty());
    }

    /** Starts a replay where its bookmark lies. */
    synchronized Replay start(ReplayPlan plan, Optional<JsonFile<Place>> bookmark) {
        if (replays.values().stream().filter(replay -> !replay.isOver()).count() >= MOST_RUNNING) {
            throw ProblemException.unprocessable(
                    "at most " + MOST_RUNNING + " replays can run; DELETE one of them first");
        }
        int number = ++started;
        Replay replay = new Replay(Integer.toString(number), plan, bookmark, publisher, clock);
        replays.put(number, replay);
        forgetOld();
        replay.start();
        log.info(
                "Replay {} started: {} as sensor {} on {}, {}",
                number,
                plan.source().name(),
                LogText.whole(plan.sensorId()),
                plan.stream().stream(),
                plan.speed() == 0 ? "as fast as possible" : plan.speed() + " times as fast as recorded");
        return replay;
    }

    private void forgetOld() {
        Iterator<Replay> oldest = replays.values().iterator();
        while (replays.size() > MOST && oldest.hasNext()) {
            if (oldest.next().isOver()) {
                oldest.remove();
            }
        }
    }

    List<Replay> all() {
        return List.copyOf(replays.values());
    }

    Replay get(String id) {
        Replay replay = replays.get(number(id));
        if (replay == null) {
            throw ProblemException.notFound("there is no such replay; GET /api/replays lists those that are known");
        }
        return replay;
    }

    @Override
    public void close() throws InterruptedException {
        for (Replay replay : all()) {
            replay.cancel();
        }
    }

    private static int number(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
