package io.homeostat.runtime.chaos;

import io.homeostat.runtime.stream.RecordHook;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Each record takes longer. */
final class SlowProcessing implements Fault, RecordHook {

    /** One slowness. */
    private record Slowness(long delayNanos, Span span) {}

    private final AtomicLong struck = new AtomicLong();
    private volatile @Nullable Slowness slowness;

    @Override
    public void beforeRecord() {
        Slowness now = slowness;
        if (now != null && !now.span().isOver()) {
            struck.incrementAndGet();
            LockSupport.parkNanos(now.delayNanos());
        }
    }

    @Override
    public String name() {
        return "slow-processing";
    }

    @Override
    public void begin(FaultOrder order) {
        struck.set(0);
        slowness = new Slowness(order.delayOrUsual().toNanos(), order.span());
    }

    @Override
    public void end() {
        slowness = null;
    }

    @Override
    public boolean isRunning() {
        Slowness now = slowness;
        return now != null && !now.span().isOver();
    }

    @Override
    public long struck() {
        return struck.get();
    }
}
