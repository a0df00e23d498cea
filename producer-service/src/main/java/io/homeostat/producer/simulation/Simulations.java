package io.homeostat.producer.simulation;

import io.homeostat.producer.publishing.Publisher;
import io.homeostat.runtime.web.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulations that run, at most {@value #MOST}. Thread-safe. */
final class Simulations implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Simulations.class);

    static final int MOST = 16;

    private final Publisher publisher;
    private final Clock clock;
    private final Map<Integer, Simulation> running = new ConcurrentSkipListMap<>();
    private int started;

    Simulations(Publisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    synchronized Simulation start(SimulationPlan plan) {
        if (running.size() >= MOST) {
            throw ProblemException.unprocessable("at most " + MOST + " simulations can run; DELETE one of them first");
        }
        int number = ++started;
        Simulation simulation = new Simulation(Integer.toString(number), plan, publisher, clock);
        running.put(number, simulation);
        simulation.start();
        log.info(
                "Simulation {} started: {} with {} sensors and {} readings/s on {}, seed {}",
                number,
                plan.scenario(),
                plan.sensors(),
                plan.rate(),
                plan.stream().stream(),
                plan.seed());
        return simulation;
    }

    List<Simulation> all() {
        return List.copyOf(running.values());
    }

    Simulation get(String id) {
        Simulation simulation = running.get(number(id));
        if (simulation == null) {
            throw ProblemException.notFound("there is no such simulation; GET /api/simulations lists those that run");
        }
        return simulation;
    }

    void stop(String id) throws InterruptedException {
        get(id).stop();
        running.remove(number(id));
        log.info("Simulation {} ended", number(id));
    }

    @Override
    public void close() throws InterruptedException {
        for (Simulation simulation : all()) {
            simulation.stop();
        }
        running.clear();
    }

    private static int number(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
