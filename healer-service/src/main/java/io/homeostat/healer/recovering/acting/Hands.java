package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.recovering.RemedyResult;
import io.homeostat.healer.signals.PipelineSignals.ThreadFailure;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does remedies. Thread-safe; blocks for as long as the calls take. */
public final class Hands {

    private final Supervisor supervisor;
    private final PersonCall person;
    private final Function<String, @Nullable URI> pipelines;
    private final @Nullable String token;
    private final Caller caller;

    Hands(
            Supervisor supervisor,
            PersonCall person,
            Function<String, @Nullable URI> pipelines,
            @Nullable String token,
            Caller caller) {
        this.supervisor = supervisor;
        this.person = person;
        this.pipelines = pipelines;
        this.token = token;
        this.caller = caller;
    }

    /** Does a remedy to a target. */
    public RemedyResult apply(Order order) throws InterruptedException {
        return switch (order.remedy()) {
            case HOLD -> RemedyResult.done();
            case CALL_PERSON -> person.call(order);
            case QUARANTINE -> quarantine(order);
            case RESTART_PIPELINE -> ask(order, Map.of("action", "restart"));
            case REPLACE_THREAD -> ask(order, Map.of("action", "replace-thread"));
            case RESTART_PROCESS -> supervisor.restart(order.target().name(), hearsNothing(order), order.generation());
            case RETRY, CIRCUIT_BREAK -> RemedyResult.notApplicable("the services wait and try again by themselves");
            case TAKE_BACK -> RemedyResult.notApplicable("no change is known that could be taken back");
        };
    }

    /** A process that answers nobody does not hear a request to end either; to wait for that only takes time. */
    private static boolean hearsNothing(Order order) {
        return order.target().liveness().isSilent();
    }

    private RemedyResult quarantine(Order order) throws InterruptedException {
        ThreadFailure failure = order.target().pipeline().lastFailure();
        if (failure == null || failure.topic() == null) {
            return RemedyResult.notApplicable("it is not known on which record the pipeline dies");
        }
        return ask(
                order,
                Map.of(
                        "action",
                        "quarantine",
                        "topic",
                        failure.topic(),
                        "partition",
                        failure.partition(),
                        "offset",
                        failure.offset()));
    }

    private RemedyResult ask(Order order, Map<String, Object> action) throws InterruptedException {
        URI address = pipelines.apply(order.target().name());
        if (address == null) {
            return RemedyResult.notApplicable(order.target().name() + " has no pipeline that can be asked by HTTP");
        }
        Map<String, Object> body = new HashMap<>(action);
        if (order.generation() != null) {
            body.put("generation", order.generation());
        }
        return caller.post(address, body, token);
    }
}
