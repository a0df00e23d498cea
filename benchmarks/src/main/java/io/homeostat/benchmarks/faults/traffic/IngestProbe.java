package io.homeostat.benchmarks.faults.traffic;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Hands the producer a reading by HTTP four times a second, one after the other, and notes which were acknowledged. */
public final class IngestProbe implements AutoCloseable {

    private final BooleanSupplier post;
    private final Ledger ledger;
    private final Thread thread = new Thread(this::run, "ingest");
    private volatile boolean closed;

    /**
     * Begins.
     *
     * @param post hands over one reading and says whether it was acknowledged, within a short bound
     */
    public IngestProbe(BooleanSupplier post, Ledger ledger) {
        this.post = post;
        this.ledger = ledger;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        // Somebody always has a reading to hand over: it waits from the acknowledgement before on.
        long waitingSince = System.nanoTime();
        while (!closed) {
            if (post.getAsBoolean()) {
                long now = System.nanoTime();
                ledger.ingested(new Handled(waitingSince, now));
                waitingSince = now;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(250);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
