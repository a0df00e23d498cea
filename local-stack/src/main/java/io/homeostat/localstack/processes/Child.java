package io.homeostat.localstack.processes;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One child process through all its lives, with a thread of its own that starts it, watches it, and starts it again.
 * Thread-safe.
 */
final class Child {

    private static final Logger log = LoggerFactory.getLogger(Child.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOOKS_PER_QUESTION = 5;
    private static final int NEVER_RAN = -1;

    private final ChildPlan plan;
    private final ChildLife life;
    private final ChildLog output;
    private final ChildListener listener;
    private final Duration stopBound;
    private final AtomicBoolean restartWanted = new AtomicBoolean();
    private volatile boolean byForce;
    private final Semaphore wake = new Semaphore(0);
    private final CompletableFuture<Boolean> firstOutcome = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopWanted;

    Child(ChildPlan plan, BackOff backOff, InstantSource clock, Duration stopBound, ChildListener listener) {
        this.plan = plan;
        this.life = new ChildLife(plan, backOff, clock);
        this.output = new ChildLog(plan.log());
        this.listener = listener;
        this.stopBound = stopBound;
        this.thread = new Thread(this::live, "child-" + plan.name());
        thread.setDaemon(true);
    }

    String name() {
        return plan.name();
    }

    ChildView view() {
        return life.view();
    }

    /** Starts it, once. */
    void start() {
        output.rotate();
        thread.start();
    }

    /** Whether its first life came to be ready; no, too, if that takes longer than the bound. */
    boolean awaitReady(Duration bound) throws InterruptedException {
        try {
            return firstOutcome.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /**
     * Ends its present life, by SIGTERM and after a bound by SIGKILL, and begins another at once. Does not wait.
     *
     * @param force by SIGKILL at once: who hears nothing would only let the bound pass
     */
    void restart(boolean force) {
        byForce = force;
        restartWanted.set(true);
        wake.release();
    }

    /** Ends it for good and waits for that. */
    void stop() throws InterruptedException {
        stopWanted = true;
        wake.release();
        if (thread.isAlive()) {
            thread.join(stopBound.plusSeconds(10).toMillis());
        }
    }

    private void live() {
        try {
            while (!stopWanted) {
                oneLife();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void oneLife() throws InterruptedException {
        restartWanted.set(false);
        Process process;
        try {
            process = ChildCommand.start(plan);
        } catch (IOException e) {
            log.warn("Cannot start {}: {}", plan.name(), e.toString());
            ended(NEVER_RAN);
            return;
        }
        life.started(process.pid());
        listener.started(plan);
        boolean told = watch(process);
        if (stopWanted) {
            life.stopped(process.exitValue());
            firstOutcome.complete(false);
            listener.stopped(plan);
        } else if (told) {
            life.endedForRestart(process.exitValue());
        } else {
            ended(process.exitValue());
        }
    }

    private void ended(int exitCode) throws InterruptedException {
        Duration wait = life.ended(exitCode);
        listener.ended(plan, exitCode, wait);
        firstOutcome.complete(false);
        waitForNextStart(wait);
    }

    /** Returns when the process has ended, and says whether it was told to. */
    private boolean watch(Process process) throws InterruptedException {
        Liveness liveness = new Liveness();
        for (int look = 0; !process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS); look++) {
            if (stopWanted || restartWanted.get()) {
                terminate(process, !stopWanted && byForce);
                return true;
            }
            if (look % LOOKS_PER_QUESTION == 0 && isLost(liveness)) {
                listener.lost(plan);
                terminate(process, true);
                return true;
            }
        }
        return false;
    }

    private boolean isLost(Liveness liveness) {
        BooleanSupplier alive = plan.alive();
        if (alive == null) {
            ask(plan.ready().getAsBoolean());
            return false;
        }
        boolean answered = alive.getAsBoolean();
        ask(answered && plan.ready().getAsBoolean());
        return liveness.isLost(answered, System.nanoTime());
    }

    private void ask(boolean ready) {
        Duration firstReadyAfter = life.answered(ready);
        if (firstReadyAfter != null) {
            listener.ready(plan, firstReadyAfter);
            firstOutcome.complete(true);
        }
        try {
            output.bound();
        } catch (IOException e) {
            log.warn("Cannot bound {}: {}", output.file(), e.toString());
        }
    }

    private void terminate(Process process, boolean force) throws InterruptedException {
        life.stopping();
        if (force) {
            process.destroyForcibly().waitFor();
            return;
        }
        // Not process.destroy(), which ends its standard input too: that means that the stack is dead.
        process.toHandle().destroy();
        if (!process.waitFor(stopBound.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("{} did not end within {}: killed", plan.name(), stopBound);
            process.destroyForcibly().waitFor();
        }
    }

    private void waitForNextStart(Duration wait) throws InterruptedException {
        wake.drainPermits();
        if (!stopWanted && !restartWanted.get() && !wake.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        if (stopWanted) {
            life.stopped(null);
        } else {
            life.calledBack();
        }
    }
}
