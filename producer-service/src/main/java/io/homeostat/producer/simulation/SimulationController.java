package io.homeostat.producer.simulation;

import io.homeostat.producer.answering.Streams;
import io.homeostat.runtime.web.Page;
import io.homeostat.runtime.web.ProblemException;
import java.net.URI;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP interface of simulations and their faults. */
@RestController
@RequestMapping("/api/simulations")
class SimulationController {

    private final Simulations simulations;
    private final Streams streams;

    SimulationController(Simulations simulations, Streams streams) {
        this.simulations = simulations;
        this.streams = streams;
    }

    @GetMapping
    Page<SimulationView> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return Page.of(simulations.all().stream().map(Simulation::view).toList(), page, size);
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<SimulationView> start(@RequestBody SimulationRequest request) {
        SimulationPlan plan = allowed(() -> request.plan(streams));
        SimulationView view = simulations.start(plan).view();
        return ResponseEntity.created(URI.create("/api/simulations/" + view.id()))
                .body(view);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopAll() throws InterruptedException {
        simulations.close();
    }

    @GetMapping("/{id}")
    SimulationView show(@PathVariable String id) {
        return simulations.get(id).view();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable String id) throws InterruptedException {
        simulations.stop(id);
    }

    @GetMapping("/{id}/faults")
    Page<FaultView> faults(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return Page.of(simulations.get(id).faults(), page, size);
    }

    @PostMapping(path = "/{id}/faults", consumes = "application/json")
    ResponseEntity<FaultView> inject(@PathVariable String id, @RequestBody SimulationRequest.FaultRequest request) {
        Simulation simulation = simulations.get(id);
        FaultView fault = simulation.view(allowed(() -> simulation.inject(request.order())));
        return ResponseEntity.created(URI.create("/api/simulations/" + id + "/faults"))
                .body(fault);
    }

    private static <T> T allowed(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable(String.valueOf(e.getMessage()));
        }
    }
}
