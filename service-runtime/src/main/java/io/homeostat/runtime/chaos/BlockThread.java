package io.homeostat.runtime.chaos;

import io.homeostat.runtime.stream.RecordHook;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A thread that comes with a record waits, whether it is interrupted or not, until the fault ends. */
final class BlockThread implements Fault, RecordHook {

    /** One block. */
    private record Block(CountDownLatch end, Span span) {}

    private final AtomicInteger struck = new AtomicInteger();
    private volatile @Nullable Block block;

    @Override
    public void beforeRecord() {
        Block now = block;
        if (now != null && !now.span().isOver()) {
            struck.incrementAndGet();
            waitFor(now);
        }
    }

    private static void waitFor(Block block) {
        boolean interrupted = false;
        while (true) {
            try {
                var unused = block.end().await(block.span().leftNanos(), TimeUnit.NANOSECONDS);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return "block-thread";
    }

    @Override
    public void begin(FaultOrder order) {
        end();
        struck.set(0);
        block = new Block(new CountDownLatch(1), order.span());
    }

    @Override
    public void end() {
        Block now = block;
        block = null;
        if (now != null) {
            now.end().countDown();
        }
    }

    @Override
    public boolean isRunning() {
        Block now = block;
        return now != null && !now.span().isOver();
    }

    @Override
    public long struck() {
        return struck.get();
    }
}
