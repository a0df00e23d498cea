package io.homeostat.localstack;

import io.homeostat.localstack.processes.ChildListener;
import io.homeostat.localstack.processes.ChildPlan;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** What a person who has just typed the command reads. Thread-safe: one line is printed whole. */
final class StackConsole implements ChildListener {

    private static final String RULE = "=".repeat(64);

    private final PrintStream out;

    StackConsole(PrintStream out) {
        this.out = out;
    }

    void opening(Path dataDir) {
        say("Homeostat keeps its data in " + dataDir);
    }

    @Override
    public void started(ChildPlan child) {
        say("Starting %s ...".formatted(child.title()));
    }

    @Override
    public void ready(ChildPlan child, Duration after) {
        say("%s ready in %.1f s on %s:%d"
                .formatted(
                        child.title(),
                        after.toMillis() / 1000.0,
                        child.address().getHost(),
                        child.port()));
    }

    @Override
    public void ended(ChildPlan child, int exitCode, Duration nextStartIn) {
        say("%s ended with code %d, see %s; starting it again in %d s"
                .formatted(child.title(), exitCode, child.log(), nextStartIn.toSeconds()));
    }

    @Override
    public void lost(ChildPlan child) {
        say("%s answers nobody, see %s; it is killed and started again".formatted(child.title(), child.log()));
    }

    @Override
    public void stopped(ChildPlan child) {
        say("%s stopped".formatted(child.title()));
    }

    void running(URI dashboard, URI ownPage, boolean allReady) {
        if (!allReady) {
            say("Not all services are ready yet; " + ownPage + " shows them.");
        }
        say(String.join(
                System.lineSeparator(),
                "",
                RULE,
                "  Dashboard:  " + dashboard,
                RULE,
                "  Processes:  " + ownPage,
                "  Ctrl-C ends everything; the data is kept for the next start.",
                ""));
    }

    void brokerFailed(Path log) {
        say("Kafka did not come up, see " + log);
    }

    void ending() {
        say("Ending everything in order ...");
    }

    private synchronized void say(String line) {
        out.println(line);
    }
}
