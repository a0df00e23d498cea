package io.homeostat.producer.simulation;

import io.homeostat.model.reading.Reading;
import io.homeostat.producer.publishing.Delivery;
import io.homeostat.producer.publishing.Publisher;
import io.homeostat.producer.publishing.ReadingTemplate;
import io.homeostat.producer.simulation.fault.Observation;
import java.nio.charset.StandardCharsets;

/**
 * One simulation's readings, by their index: sensors take turns, so reading {@code k} is the step {@code k / sensors} of
 * the sensor {@code k % sensors}. Belongs to the simulation's thread but for {@link #inject} and {@link #faults}.
 */
final class SimulatedReadings {

    /** First coordinate of the random numbers that choose sensors for faults. */
    private static final long CHOICE = -20;

    private final String id;
    private final SimulationPlan plan;
    private final Publisher publisher;
    private final Delivery delivery;
    private final Signal signal;
    private final ReadingTemplate[] templates;
    private final FaultSchedule schedule;
    private final FaultBoard board;
    private final Truth truth;
    private long injected;

    SimulatedReadings(String id, SimulationPlan plan, Publisher publisher, Delivery delivery) {
        this.id = id;
        this.plan = plan;
        this.publisher = publisher;
        this.delivery = delivery;
        this.signal = plan.signal();
        this.templates = new ReadingTemplate[plan.sensors()];
        for (int sensor = 0; sensor < templates.length; sensor++) {
            templates[sensor] = new ReadingTemplate(plan.stream().valueField(), signal.sensorId(sensor));
        }
        this.schedule = new FaultSchedule(plan.faults(), plan.seed());
        this.truth = new Truth(id, plan.stream().valueField());
        this.board = new FaultBoard(new TruthPublisher());
    }

    /** Publishes one reading, and what is to be told of faults. */
    void emit(long index, long eventTimeMillis) throws InterruptedException {
        int sensor = (int) (index % plan.sensors());
        if (sensor == 0 || plan.secondsPerStep() > 1) {
            for (FaultOrder order : schedule.dueAfter(index / plan.rate())) {
                inject(order, eventTimeMillis);
            }
        }
        Observation observation = board.observe(sensor, signal.value(sensor, index / plan.sensors()), eventTimeMillis);
        if (observation.isSent()) {
            ReadingTemplate template = templates[sensor];
            byte[] json = template.key() == null
                    ? template.json(observation.reading())
                    : template.json(observation.reading(), eventTimeMillis);
            publisher.publish(plan.stream().readings(), template.key(), json, delivery);
        }
    }

    /**
     * Orders a fault, which begins with its sensor's next reading.
     *
     * @throws IllegalArgumentException if there is no such sensor
     */
    synchronized InjectedFault inject(FaultOrder order, long nowMillis) {
        long number = injected++;
        int sensor = order.sensorId() == null
                ? (int) (Noise.uniform(plan.seed(), CHOICE, number) * plan.sensors())
                : sensor(order.sensorId());
        long seed = Noise.bits(plan.seed(), CHOICE, -1 - number);
        InjectedFault fault = new InjectedFault(id + "-" + (number + 1), sensor, order, seed, nowMillis);
        board.order(fault);
        return fault;
    }

    /** The faults that have not ended. */
    Iterable<InjectedFault> faults() {
        return board.open();
    }

    /** Ends what is still wrong. */
    void end(long eventTimeMillis) throws InterruptedException {
        board.endAll(eventTimeMillis);
    }

    /** A sensor's id; readings that name none are those of {@code default}. */
    String sensorId(int sensor) {
        String sensorId = signal.sensorId(sensor);
        return sensorId == null ? Reading.DEFAULT_SENSOR_ID : sensorId;
    }

    private int sensor(String sensorId) {
        for (int sensor = 0; sensor < plan.sensors(); sensor++) {
            if (sensorId(sensor).equals(sensorId)) {
                return sensor;
            }
        }
        throw new IllegalArgumentException("sensorId must be a sensor of the simulation, %s to %s, was \"%s\""
                .formatted(sensorId(0), sensorId(plan.sensors() - 1), sensorId));
    }

    private final class TruthPublisher implements FaultBoard.Listener {

        @Override
        public void begun(InjectedFault fault) throws InterruptedException {
            publish(fault, truth.begun(fault, sensorId(fault.sensor())));
        }

        @Override
        public void ended(InjectedFault fault) throws InterruptedException {
            publish(fault, truth.ended(fault, sensorId(fault.sensor())));
        }

        @Override
        public void read(InjectedFault fault, Observation observation, long eventTimeMillis)
                throws InterruptedException {
            publish(fault, truth.reading(fault, sensorId(fault.sensor()), observation, eventTimeMillis));
        }

        private void publish(InjectedFault fault, byte[] json) throws InterruptedException {
            byte[] key = sensorId(fault.sensor()).getBytes(StandardCharsets.UTF_8);
            publisher.publish(plan.stream().truth(), key, json, delivery);
        }
    }
}
