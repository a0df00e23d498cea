package io.homeostat.localstack.processes;

/** Where a child process stands. */
public enum ChildState {
    /** Not started yet: it waits for what it needs. */
    WAITING,
    /** It runs, and has not been ready since its start. */
    STARTING,
    /** It runs and says that it is ready. */
    UP,
    /** It runs and was ready, but is not now. Nobody restarts it for that here, unless nobody else would. */
    UNHEALTHY,
    /** It ended by itself and is started again after a wait. */
    BACKING_OFF,
    /** It was asked to end. */
    STOPPING,
    /** It has ended and stays so. */
    STOPPED
}
