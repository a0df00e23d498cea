package io.homeostat.healer.recovering.acting;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Of which incidents the monitor has made alerts, as the topic {@code alerts} tells. Thread-safe; remembers the newest
 * thousand.
 */
final class AlertConfirmations {

    /** The rule by which the monitor makes alerts of incidents that need a person. */
    static final String RULE = "homeostat-incident";

    private static final byte[] MARK = RULE.getBytes(StandardCharsets.UTF_8);
    private static final int MOST = 1_000;

    private final Set<String> confirmed = new LinkedHashSet<>();

    /** Takes note of a record; one that is no such alert costs a search of its bytes. */
    void heard(byte @Nullable [] value) {
        if (value == null || !contains(value)) {
            return;
        }
        try {
            AlertEvent event = AlertEventJson.read(value);
            Object incidentId = event.reasonArgs().get("incidentId");
            if (RULE.equals(event.ruleId()) && incidentId != null) {
                note(incidentId.toString());
            }
        } catch (MessageFormatException e) {
            // somebody else's record that only contains the name
        }
    }

    private synchronized void note(String incidentId) {
        confirmed.add(incidentId);
        if (confirmed.size() > MOST) {
            confirmed.remove(confirmed.iterator().next());
        }
        notifyAll();
    }

    /** Returns when an alert of the incident was heard of, or that did not happen in time. */
    synchronized boolean await(String incidentId, Duration bound) throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!confirmed.contains(incidentId)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private static boolean contains(byte[] value) {
        for (int from = 0; from <= value.length - MARK.length; from++) {
            int matched = 0;
            while (matched < MARK.length && value[from + matched] == MARK[matched]) {
                matched++;
            }
            if (matched == MARK.length) {
                return true;
            }
        }
        return false;
    }
}
