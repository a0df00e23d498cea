package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.recovering.RemedyResult;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.signals.PipelineSignals.ThreadFailure;
import io.homeostat.healer.signals.TargetSignals;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does remedies. Thread-safe; blocks for as long as the calls take. */
public final class Hands {

    private final Supervisor supervisor;
    private final Function<String, @Nullable URI> pipelines;
    private final @Nullable String token;
    private final Caller caller;

    Hands(Supervisor supervisor, Function<String, @Nullable URI> pipelines, @Nullable String token, Caller caller) {
        this.supervisor = supervisor;
        this.pipelines = pipelines;
        this.token = token;
        this.caller = caller;
    }

    /** Does a remedy to a target. */
    public RemedyResult apply(RemedyKind remedy, TargetSignals target) throws InterruptedException {
        return switch (remedy) {
            case HOLD -> RemedyResult.done();
            case CALL_PERSON -> new RemedyResult(RemedyResult.Outcome.DONE, "the incident asks for a person");
            case QUARANTINE -> quarantine(target);
            case RESTART_PIPELINE -> order(target, Map.of("action", "restart"));
            case RESTART_PROCESS -> supervisor.restart(target.name());
            case RETRY, CIRCUIT_BREAK -> RemedyResult.notApplicable("the services wait and try again by themselves");
            case REPLACE_THREAD ->
                RemedyResult.notApplicable("a service replaces its threads by itself as long as its budget lasts");
            case TAKE_BACK -> RemedyResult.notApplicable("no change is known that could be taken back");
        };
    }

    private RemedyResult quarantine(TargetSignals target) throws InterruptedException {
        ThreadFailure failure = target.pipeline().lastFailure();
        if (failure == null || failure.topic() == null) {
            return RemedyResult.notApplicable("it is not known on which record the pipeline dies");
        }
        return order(
                target,
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

    private RemedyResult order(TargetSignals target, Map<String, Object> body) throws InterruptedException {
        URI address = pipelines.apply(target.name());
        return address == null
                ? RemedyResult.notApplicable(target.name() + " has no pipeline that can be asked by HTTP")
                : caller.post(address, body, token);
    }
}
