package io.homeostat.producer.publishing;

/** Lets everybody through until it is closed; then those who can wait do so. Thread-safe. */
final class Gate {

    private boolean closed;

    synchronized void close() {
        closed = true;
    }

    synchronized void open() {
        closed = false;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Passes, waiting at a closed gate if the delivery has no bound.
     *
     * @throws KafkaAwayException if the gate is closed and the delivery has a bound
     */
    synchronized void pass(Delivery delivery) throws InterruptedException {
        while (closed) {
            if (delivery.isBounded()) {
                throw new KafkaAwayException("publishing is paused; POST {\"action\": \"resume\"} to the actuator's"
                        + " pipeline endpoint ends that");
            }
            wait();
        }
    }
}
