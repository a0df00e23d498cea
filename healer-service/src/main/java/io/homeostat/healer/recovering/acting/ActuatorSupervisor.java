package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.recovering.RemedyResult;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where no supervisor is known: the target itself is asked to exit with its own code, for whoever started it to start it
 * again. It cannot help a process that hears nothing. Thread-safe.
 */
final class ActuatorSupervisor implements Supervisor {

    private final Function<String, @Nullable URI> pipelines;
    private final @Nullable String token;
    private final Caller caller;

    ActuatorSupervisor(Function<String, @Nullable URI> pipelines, @Nullable String token, Caller caller) {
        this.pipelines = pipelines;
        this.token = token;
        this.caller = caller;
    }

    @Override
    public RemedyResult restart(String target, boolean force, @Nullable Long generation) throws InterruptedException {
        URI address = pipelines.apply(target);
        return address == null
                ? RemedyResult.notApplicable("no supervisor is known, and " + target + " cannot be asked by HTTP")
                : caller.post(
                        address,
                        generation == null
                                ? Map.of("action", "exit")
                                : Map.of("action", "exit", "generation", generation),
                        token);
    }
}
