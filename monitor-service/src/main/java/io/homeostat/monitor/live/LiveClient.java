package io.homeostat.monitor.live;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One client of the live feed: a bounded queue, and a thread that writes what is in it. Thread-safe. */
final class LiveClient {

    /** Room for all that a client that comes back may have missed, and for as much again meanwhile. */
    private static final int QUEUE_LENGTH = 2 * AlertFeed.HISTORY;

    private static final long HEARTBEAT_SECONDS = 10;

    private final String address;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<LiveEvent> queue = new LinkedBlockingQueue<>(QUEUE_LENGTH);
    private volatile boolean closed;

    LiveClient(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void offerAll(List<LiveEvent> events) {
        events.forEach(this::offer);
    }

    /** Never waits: a client that is too slow for its queue is dropped, and comes back with the id of its last event. */
    void offer(LiveEvent event) {
        if (!queue.offer(event)) {
            close();
        }
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    /** Writes until the client goes or is closed. */
    void write() {
        try {
            emitter.send(SseEmitter.event().comment("homeostat").reconnectTime(1_000));
            long quietSeconds = 0;
            while (!closed) {
                LiveEvent event = queue.poll(1, TimeUnit.SECONDS);
                quietSeconds = event == null ? quietSeconds + 1 : 0;
                if (event != null) {
                    emitter.send(format(event));
                } else if (quietSeconds >= HEARTBEAT_SECONDS) {
                    emitter.send(SseEmitter.event().comment("still here"));
                    quietSeconds = 0;
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e); // the client is gone
        } catch (InterruptedException e) {
            emitter.complete();
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
        }
    }

    private static SseEmitter.SseEventBuilder format(LiveEvent event) {
        SseEmitter.SseEventBuilder builder = SseEmitter.event().name(event.name());
        @Nullable String id = event.id();
        if (id != null) {
            builder.id(id);
        }
        return builder.data(event.data());
    }
}
