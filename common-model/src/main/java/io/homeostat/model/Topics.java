package io.homeostat.model;

/** The topics that do not belong to one stream; see {@link StreamTopics} for those that do. */
public final class Topics {

    /** Alert events, keyed by alert id, kept for ever. */
    public static final String ALERTS = "alerts";

    /** What people ask of alerts, keyed by sensor id. */
    public static final String ALERT_COMMANDS = "alert.commands";

    /** The rules in force, compacted, one partition, keyed by rule id. */
    public static final String RULES = "rules";

    /** The key of the record on {@link #RULES} that marks the topic as seeded. */
    public static final String RULES_SET_MARK = ".set";

    /** Every version of every rule, keyed by rule id, kept for ever. */
    public static final String RULES_HISTORY = "rules.history";

    /** What is known of sensors, compacted, keyed by {@code stream/sensor id}. */
    public static final String SENSORS = "sensors";

    /** The key of the record on {@link #SENSORS} that marks the topic as seeded. */
    public static final String SENSORS_SET_MARK = ".set";

    /** Incidents, keyed by incident id, kept for ever. */
    public static final String INCIDENTS = "incidents";

    /** One record a second from each service, compacted, keyed by instance. */
    public static final String HEARTBEATS = "heartbeats";

    /** Answers to the healer's canaries. */
    public static final String CANARY = "canary";

    private Topics() {}
}
