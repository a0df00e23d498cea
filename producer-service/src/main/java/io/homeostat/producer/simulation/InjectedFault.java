package io.homeostat.producer.simulation;

import io.homeostat.producer.simulation.fault.FaultKind;
import io.homeostat.producer.simulation.fault.Observation;
import java.util.SplittableRandom;

/** One fault of one sensor, from its order to its end. Changed by the simulation's thread, read by any. */
final class InjectedFault {

    /** How far it has come. */
    enum State {
        ORDERED,
        ACTIVE,
        ENDED
    }

    private final String id;
    private final int sensor;
    private final FaultOrder order;
    private final FaultKind.Effect effect;
    private volatile State state = State.ORDERED;
    private volatile long startMillis;
    private volatile long endMillis;

    /**
     * @param orderedMillis when it was ordered; it begins with its sensor's next reading
     */
    InjectedFault(String id, int sensor, FaultOrder order, long seed, long orderedMillis) {
        this.id = id;
        this.sensor = sensor;
        this.order = order;
        this.effect = order.kind().begin(order.magnitude(), new SplittableRandom(seed));
        this.startMillis = orderedMillis;
        this.endMillis = orderedMillis + order.duration().toMillis();
    }

    void begin(long eventTimeMillis) {
        startMillis = eventTimeMillis;
        endMillis = eventTimeMillis + order.duration().toMillis();
        state = State.ACTIVE;
    }

    /** Ends it, before its time if need be. */
    void end(long eventTimeMillis) {
        endMillis = Math.min(endMillis, eventTimeMillis);
        state = State.ENDED;
    }

    boolean isOver(long eventTimeMillis) {
        return eventTimeMillis > endMillis;
    }

    Observation on(Observation seen, long eventTimeMillis) {
        long length = endMillis - startMillis;
        return effect.on(seen, length == 0 ? 1 : (double) (eventTimeMillis - startMillis) / length);
    }

    String id() {
        return id;
    }

    int sensor() {
        return sensor;
    }

    FaultOrder order() {
        return order;
    }

    State state() {
        return state;
    }

    long startMillis() {
        return startMillis;
    }

    long endMillis() {
        return endMillis;
    }
}
