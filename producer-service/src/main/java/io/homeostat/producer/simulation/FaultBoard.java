package io.homeostat.producer.simulation;

import io.homeostat.producer.simulation.fault.Observation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The faults of one simulation, and what they make of its readings. Any thread orders and lists; the rest belongs to the
 * simulation's thread.
 */
final class FaultBoard {

    /** Learns of faults as the readings meet them. */
    interface Listener {

        void begun(InjectedFault fault) throws InterruptedException;

        void ended(InjectedFault fault) throws InterruptedException;

        void read(InjectedFault fault, Observation observation, long eventTimeMillis) throws InterruptedException;
    }

    private final Queue<InjectedFault> ordered = new ConcurrentLinkedQueue<>();
    private final Map<Integer, List<InjectedFault>> current = new ConcurrentHashMap<>();
    private final Listener listener;

    FaultBoard(Listener listener) {
        this.listener = listener;
    }

    /** Orders a fault, which begins with its sensor's next reading. */
    void order(InjectedFault fault) {
        ordered.add(fault);
    }

    /** The faults that have not ended, in the order in which they were ordered. */
    List<InjectedFault> open() {
        List<InjectedFault> open = new ArrayList<>();
        current.values().forEach(open::addAll);
        open.addAll(ordered);
        return open;
    }

    /** What a sensor reads, all its faults considered one after the other. */
    Observation observe(int sensor, double truth, long eventTimeMillis) throws InterruptedException {
        take();
        Observation observation = Observation.healthy(truth);
        List<InjectedFault> faults = current.get(sensor);
        if (faults == null) {
            return observation;
        }
        List<InjectedFault> active = new ArrayList<>();
        for (InjectedFault fault : faults) {
            if (fault.state() == InjectedFault.State.ORDERED) {
                fault.begin(eventTimeMillis);
                listener.begun(fault);
            }
            if (fault.isOver(eventTimeMillis)) {
                fault.end(fault.endMillis());
                listener.ended(fault);
            } else {
                active.add(fault);
                observation = fault.on(observation, eventTimeMillis);
            }
        }
        observation = rounded(observation);
        for (InjectedFault fault : active) {
            listener.read(fault, observation, eventTimeMillis);
        }
        if (active.isEmpty()) {
            current.remove(sensor);
        } else {
            current.put(sensor, List.copyOf(active));
        }
        return observation;
    }

    /** Ends all faults that have begun and forgets the others. */
    void endAll(long eventTimeMillis) throws InterruptedException {
        take();
        Iterator<List<InjectedFault>> faults = current.values().iterator();
        while (faults.hasNext()) {
            for (InjectedFault fault : faults.next()) {
                boolean begun = fault.state() == InjectedFault.State.ACTIVE;
                fault.end(eventTimeMillis);
                if (begun) {
                    listener.ended(fault);
                }
            }
            faults.remove();
        }
    }

    private void take() {
        for (InjectedFault fault = ordered.poll(); fault != null; fault = ordered.poll()) {
            List<InjectedFault> faults = new ArrayList<>(current.getOrDefault(fault.sensor(), List.of()));
            faults.add(fault);
            current.put(fault.sensor(), List.copyOf(faults));
        }
    }

    private static Observation rounded(Observation observation) {
        double reading = observation.isSent() ? hundredths(observation.reading()) : Double.NaN;
        return new Observation(hundredths(observation.truth()), reading);
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
