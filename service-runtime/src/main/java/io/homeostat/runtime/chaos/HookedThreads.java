package io.homeostat.runtime.chaos;

/** Which threads of a service call the hook before each record, and so which faults strike there. */
public enum HookedThreads {
    /** Those of Kafka Streams. */
    STREAM,
    /** Those that publish: they can be made to wait, and nothing else. */
    PUBLISHING,
    /** The service has none. */
    NONE
}
