package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.recovering.RemedyResult;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a person: the monitor makes an alert of the incident, and where it does not confirm that in time, the healer's own
 * webhook is called. Thread-safe; blocks for up to a minute.
 */
final class PersonCall {

    private static final Logger log = LoggerFactory.getLogger(PersonCall.class);
    private static final int TRIES = 3;

    private final AlertConfirmations confirmations;
    private final Duration patience;
    private final @Nullable URI webhook;
    private final Caller caller;

    PersonCall(AlertConfirmations confirmations, Duration patience, @Nullable URI webhook, Caller caller) {
        this.confirmations = confirmations;
        this.patience = patience;
        this.webhook = webhook;
        this.caller = caller;
    }

    RemedyResult call(Order order) throws InterruptedException {
        if (confirmations.await(order.incidentId(), patience)) {
            return done("the monitor has raised an alert of it");
        }
        String late = "the monitor did not confirm an alert of it within %d s".formatted(patience.toSeconds());
        URI address = webhook;
        if (address == null) {
            log.error(
                    "Nobody was told that {} needs a person: {}, and homeostat.healing.fallback-webhook is not set",
                    order.target().name(),
                    late);
            return done(late + ", and homeostat.healing.fallback-webhook is not set: nobody was told");
        }
        Map<String, Object> message = Map.of(
                "incidentId", order.incidentId(), "target", order.target().name(), "text", order.why());
        RemedyResult result = RemedyResult.failed("not tried");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            result = caller.post(address, message, null);
            if (result.outcome() == RemedyResult.Outcome.DONE) {
                return done(late + "; the fallback webhook took the call");
            }
        }
        log.error("Nobody was told that {} needs a person: {}", order.target().name(), result.sentence());
        return done(late + "; the fallback webhook failed " + TRIES + " times: nobody was told");
    }

    private static RemedyResult done(String sentence) {
        return new RemedyResult(RemedyResult.Outcome.DONE, sentence);
    }
}
