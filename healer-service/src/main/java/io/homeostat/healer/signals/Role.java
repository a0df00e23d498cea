package io.homeostat.healer.signals;

/** What a target is, which says how it is asked and who may mend it. */
public enum Role {
    /** A process with Actuator endpoints; may have a pipeline. */
    SERVICE,
    /** Kafka. */
    BROKER,
    /** The database of the alerts. */
    DATABASE
}
