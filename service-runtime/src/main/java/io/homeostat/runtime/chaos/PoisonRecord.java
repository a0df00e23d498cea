package io.homeostat.runtime.chaos;

import io.homeostat.runtime.stream.RecordHook;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The next record cannot be handled, however often it is tried, until the fault ends. */
final class PoisonRecord implements Fault, RecordHook {

    /** Where the record lies. */
    private record Place(String topic, int partition, long offset) {}

    private final AtomicInteger struck = new AtomicInteger();
    private final AtomicReference<@Nullable Place> poison = new AtomicReference<>();
    private volatile boolean running;

    @Override
    public void beforeRecord() {
        // a record without a place is not met again
    }

    @Override
    public void beforeRecord(String topic, int partition, long offset) {
        if (!running) {
            return;
        }
        Place place = new Place(topic, partition, offset);
        poison.compareAndSet(null, place);
        if (place.equals(poison.get())) {
            struck.incrementAndGet();
            throw new IllegalStateException("the record could not be handled");
        }
    }

    @Override
    public String name() {
        return "poison-record";
    }

    @Override
    public void begin(FaultOrder order) {
        struck.set(0);
        poison.set(null);
        running = true;
    }

    @Override
    public void end() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public long struck() {
        return struck.get();
    }
}
