package io.homeostat.healer.recovering.guards;

import java.util.Locale;

/** What a healer may do that is one of several. */
public enum Authority {
    /** It leads, and that is proved. */
    FULL,
    /** It led when Kafka last answered: it may treat Kafka itself, and nobody else. */
    BROKER_ONLY,
    /** Another leads, or nobody does yet. */
    NONE;

    /** The authority as it stands in JSON: {@code broker-only}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
