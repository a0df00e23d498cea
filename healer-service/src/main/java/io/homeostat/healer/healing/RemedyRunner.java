package io.homeostat.healer.healing;

import io.homeostat.healer.recovering.RemedyResult;
import io.homeostat.healer.recovering.acting.Hands;
import io.homeostat.healer.recovering.acting.Order;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Does remedies in threads of their own, so that none delays the watching, and keeps what came of them. Thread-safe. */
final class RemedyRunner implements AutoCloseable {

    /**
     * What came of a remedy.
     *
     * @param key the one with which it was begun
     */
    record Ended(String target, String key, RemedyResult result) {}

    private final Hands hands;
    private final ExecutorService doing = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "remedy");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

    RemedyRunner(Hands hands) {
        this.hands = hands;
    }

    void begin(String key, Order order) {
        Future<?> unused = doing.submit(() -> {
            RemedyResult result;
            try {
                result = hands.apply(order);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                result = RemedyResult.failed("interrupted");
            } catch (RuntimeException e) {
                result = RemedyResult.failed(e.toString());
            }
            ended.add(new Ended(order.target().name(), key, result));
        });
    }

    /** The next that has ended; {@code null} if none has. */
    @Nullable
    Ended poll() {
        return ended.poll();
    }

    @Override
    public void close() {
        doing.shutdownNow();
    }
}
