package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.recovering.RemedyResult;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** local-stack, which started the processes and handed over the token. Thread-safe. */
final class LocalStackSupervisor implements Supervisor {

    private final URI address;
    private final @Nullable String token;
    private final Caller caller;

    LocalStackSupervisor(URI address, @Nullable String token, Caller caller) {
        this.address = address;
        this.token = token;
        this.caller = caller;
    }

    @Override
    public RemedyResult restart(String target, boolean force, @Nullable Long generation) throws InterruptedException {
        String fenced = generation == null ? "" : "&generation=" + generation;
        return caller.post(
                address.resolve("/api/processes/" + target + "/restart?force=" + force + fenced), Map.of(), token);
    }
}
