package io.homeostat.runtime.chaos;

/** One kind of fault that can be begun in this process. Thread-safe. */
interface Fault {

    /** What it is ordered by. */
    String name();

    /**
     * Begins it, with this order alone if it runs already; does not wait for its effect.
     *
     * @throws io.homeostat.runtime.web.ProblemException (422) if this service has nothing that it could strike
     */
    void begin(FaultOrder order);

    /** Ends it, where that can be done. */
    void end();

    /** Whether it has an effect, or will have one. */
    boolean isRunning();

    /** How many records, connections or bytes it has taken since it began. */
    long struck();
}
