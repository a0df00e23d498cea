package io.homeostat.monitor.machinery;

/** Closes Kafka's clients in order although the thread was told to end: one that is interrupted cannot. */
final class Closing {

    private Closing() {}

    static void uninterrupted(Runnable close) {
        boolean interrupted = Thread.interrupted();
        try {
            close.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
