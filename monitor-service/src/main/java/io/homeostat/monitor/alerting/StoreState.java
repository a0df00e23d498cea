package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the database can be asked. Immutable.
 *
 * @param available whether it can
 * @param reason a sentence that says why not; empty if it can
 * @param open how many alerts were open when it could last be asked, by severity; empty before that
 */
record StoreState(boolean available, String reason, Map<Severity, Long> open) {

    static final StoreState STARTING = new StoreState(false, "The alert database has not been reached yet.", Map.of());

    /** Whether the database was asked at all. */
    boolean asked() {
        return !equals(STARTING);
    }

    StoreState {
        open = Map.copyOf(open);
    }

    static StoreState available(Map<Severity, Long> open) {
        return new StoreState(true, "", open);
    }

    StoreState unavailable(String why) {
        return new StoreState(false, "The alert database does not answer: " + why, open);
    }

    Optional<Long> openOf(Severity severity) {
        return Optional.ofNullable(open.get(severity));
    }
}
