package io.homeostat.runtime.chaos;

import io.homeostat.runtime.stream.RecordHook;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The thread that comes with the next record takes a lock and wants another, which a second thread holds that wants the
 * first. Only the process's end ends it.
 */
final class Deadlock implements Fault, RecordHook {

    private final Object first = new Object();
    private final Object second = new Object();
    private final AtomicInteger struck = new AtomicInteger();
    private volatile boolean ordered;

    @Override
    public void beforeRecord() {
        if (ordered) {
            struck.incrementAndGet();
            waitForGood();
        }
    }

    private void waitForGood() {
        synchronized (first) {
            CountDownLatch held = new CountDownLatch(1);
            Thread other = new Thread(
                    () -> {
                        synchronized (second) {
                            held.countDown();
                            take(first);
                        }
                    },
                    "other");
            other.setDaemon(true);
            other.start();
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            take(second);
        }
    }

    @SuppressWarnings("EmptyBlock") // that it never gets there is the point
    private static void take(Object lock) {
        synchronized (lock) {
        }
    }

    @Override
    public String name() {
        return "deadlock";
    }

    @Override
    public void begin(FaultOrder order) {
        ordered = true;
    }

    @Override
    public void end() {
        ordered = struck.get() > 0;
    }

    @Override
    public boolean isRunning() {
        return ordered;
    }

    @Override
    public long struck() {
        return struck.get();
    }
}
