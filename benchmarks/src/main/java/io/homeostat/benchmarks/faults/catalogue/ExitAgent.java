package io.homeostat.benchmarks.faults.catalogue;

/** Runs inside a service and ends it with code 0. Uses nothing but the JDK, since it is alone there. */
public final class ExitAgent {

    private ExitAgent() {}

    /** Called by the JVM that loads it; the exit waits for no answer. */
    public static void agentmain(String arguments) {
        new Thread(() -> System.exit(0), "exit-agent").start();
    }
}
