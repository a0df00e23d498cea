package io.homeostat.healer.watching;

import io.homeostat.healer.signals.CanarySignals;
import io.homeostat.model.MessageFormatException;
import io.homeostat.model.canary.CanaryAnswer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The canaries that were sent through one pipeline, and what became of them. Pure; thread-safe. */
final class CanaryFlight {

    private static final int REMEMBERED = 120;

    /** The canaries of one partition. */
    private static final class Lane {
        private final TreeMap<Long, Long> waiting = new TreeMap<>();
        private long answeredMillis = Long.MIN_VALUE;
        private long tookMillis;
    }

    private final String pipeline;
    private final Map<Integer, Lane> lanes = new HashMap<>();

    CanaryFlight(String pipeline) {
        this.pipeline = pipeline;
    }

    synchronized void sent(int partition, long number, long nowMillis) {
        Lane lane = lanes.computeIfAbsent(partition, unknown -> new Lane());
        lane.waiting.put(number, nowMillis);
        if (lane.waiting.size() > REMEMBERED) {
            // the oldest tells how long it has been, so that the second oldest may be forgotten
            Iterator<Long> numbers = lane.waiting.keySet().iterator();
            numbers.next();
            numbers.next();
            numbers.remove();
        }
    }

    /** Takes note of a record; what is no answer of this pipeline to a canary of this sender is passed over. */
    synchronized void heard(byte @Nullable [] value, long nowMillis) {
        if (value == null) {
            return;
        }
        CanaryAnswer answer;
        try {
            answer = CanaryAnswer.read(value);
        } catch (MessageFormatException e) {
            return;
        }
        Lane lane = lanes.get(answer.partition());
        if (lane == null || !answer.pipeline().equals(pipeline) || !answer.breach()) {
            return;
        }
        Long sentMillis = lane.waiting.get(answer.number());
        if (sentMillis != null) {
            lane.answeredMillis = nowMillis;
            lane.tookMillis = nowMillis - sentMillis;
            lane.waiting.headMap(answer.number(), true).clear();
        }
    }

    /** Nothing could be sent, or heard: what waits says nothing of the pipeline. */
    synchronized void forget() {
        lanes.values().forEach(lane -> lane.waiting.clear());
    }

    synchronized CanarySignals view(long nowMillis) {
        if (lanes.isEmpty()) {
            return CanarySignals.NONE;
        }
        long waiting = 0;
        long answeredAgo = 0;
        long took = 0;
        for (Lane lane : lanes.values()) {
            if (!lane.waiting.isEmpty()) {
                waiting =
                        Math.max(waiting, nowMillis - lane.waiting.firstEntry().getValue());
            }
            answeredAgo = Math.max(
                    answeredAgo,
                    lane.answeredMillis == Long.MIN_VALUE ? Long.MAX_VALUE : nowMillis - lane.answeredMillis);
            took = Math.max(took, lane.tookMillis);
        }
        return new CanarySignals(true, waiting, answeredAgo, took, 0);
    }
}
