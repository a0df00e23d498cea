package io.homeostat.runtime.chaos;

import java.util.ArrayList;
import java.util.List;

/** The heap is filled until an {@code OutOfMemoryError} is thrown, and stays full. */
final class OutOfMemory extends BackgroundFault {

    private static final int LARGE = 1024 * 1024;
    private static final int SMALL = 1024;

    OutOfMemory() {
        super("out-of-memory");
    }

    @Override
    void takeAndHold(FaultOrder order, Span span) throws InterruptedException {
        List<byte[]> held = new ArrayList<>();
        fill(held, LARGE);
        fill(held, SMALL); // what is left between the large ones would let the others live
        hold(span);
        held.clear();
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private void fill(List<byte[]> held, int size) throws InterruptedException {
        try {
            while (true) {
                held.add(new byte[size]);
                took(size);
                if (Thread.interrupted()) {
                    throw new InterruptedException("ended before memory was");
                }
            }
        } catch (OutOfMemoryError e) {
            // this is what was wanted; the error that counts is the next one of somebody else
        }
    }
}
