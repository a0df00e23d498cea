package io.homeostat.runtime.chaos;

import io.homeostat.runtime.chaos.ChaosView.RunningFault;
import io.homeostat.runtime.logging.LogText;
import io.homeostat.runtime.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code /actuator/chaos}: faults on order. Thread-safe. */
@Endpoint(id = "chaos")
public class ChaosEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ChaosEndpoint.class);

    private final List<Fault> faults;
    private final Map<String, Span> begun = new ConcurrentHashMap<>();

    ChaosEndpoint(List<? extends Fault> faults) {
        this.faults = List.copyOf(faults);
    }

    /** What runs now. */
    @ReadOperation
    public ChaosView view() {
        return new ChaosView(
                faults.stream().map(Fault::name).toList(),
                faults.stream()
                        .filter(Fault::isRunning)
                        .map(one -> new RunningFault(one.name(), elapsedMillis(one), one.struck()))
                        .toList());
    }

    /**
     * Begins a fault.
     *
     * @param times how often, for those that throw
     * @param delay of each record, for {@code slow-processing}
     * @param duration until it ends by itself
     * @param bytes how much, for {@code fill-disk}
     */
    @WriteOperation
    public ChaosView begin(
            String fault,
            @Nullable String times,
            @Nullable String delay,
            @Nullable String duration,
            @Nullable String bytes) {
        Fault ordered = faults.stream()
                .filter(one -> one.name().equals(fault))
                .findFirst()
                .orElseThrow(() -> ProblemException.unprocessable("fault must be one of %s, was %s"
                        .formatted(
                                String.join(
                                        ", ", faults.stream().map(Fault::name).toList()),
                                LogText.of(fault))));
        FaultOrder order = FaultOrder.read(times, delay, duration, bytes);
        ordered.begin(order);
        begun.put(ordered.name(), order.span());
        log.warn("Begins the fault {} on order", ordered.name());
        return view();
    }

    /** Ends all that can be ended. */
    @DeleteOperation
    public ChaosView end() {
        faults.forEach(Fault::end);
        return view();
    }

    private long elapsedMillis(Fault fault) {
        Span span = begun.get(fault.name());
        return span == null ? 0 : span.elapsed().toMillis();
    }
}
