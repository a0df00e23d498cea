package io.homeostat.runtime.stream;

import io.homeostat.runtime.stream.PipelineOpening.Life;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * Begins a pipeline's lives, looks after them and ends them, one thing at a time, with one admin client. Thread-safe.
 */
final class PipelineCare {

    private static final int LOOKS_PER_SWEEP = 30;

    private final PipelineOpening<?> opening;
    private final Map<String, Object> adminSettings;
    private final ThreadDeaths deaths;
    private final ReentrantLock busy = new ReentrantLock();

    private @Nullable Admin admin;
    private int looks;
    private volatile @Nullable Life life;

    PipelineCare(PipelineOpening<?> opening, ThreadDeaths deaths, Map<String, Object> adminSettings) {
        this.opening = opening;
        this.deaths = deaths;
        this.adminSettings = adminSettings;
    }

    /** The life that there is, be it one that ends; {@code null} between two. */
    @Nullable
    Life life() {
        return life;
    }

    /**
     * Begins a life where there is none, and asks the broker how far it has come; blocks for the broker's answers. One
     * that was to end and has not ended when it should have is waited for.
     *
     * @param wanted whether there should be one still, by the time that those who end it let go
     */
    void tend(BooleanSupplier wanted) throws InterruptedException, TimeoutException, ExecutionException {
        busy.lockInterruptibly();
        try {
            if (!wanted.getAsBoolean()) {
                return;
            }
            Life now = life;
            if (now != null && now.streams().isClosing() && now.streams().close(Duration.ZERO)) {
                now = null;
            }
            if (now == null) {
                life = null;
                now = opening.begin(admin());
                life = now;
            }
            for (String thread = deaths.nextReplaced(); thread != null; thread = deaths.nextReplaced()) {
                opening.letGo(admin(), thread);
            }
            look(now);
        } finally {
            busy.unlock();
        }
    }

    /** Tells what runs to end, and does not wait. */
    void beginToClose() {
        Life now = life;
        if (now != null) {
            now.streams().beginToClose();
        }
    }

    /** Ends what runs; whether it has ended in time. */
    boolean close(Duration patience) {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        try {
            if (!busy.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            Life now = life;
            long left = Math.max(0, deadlineNanos - System.nanoTime());
            if (now != null && !now.streams().close(Duration.ofNanos(left))) {
                return false;
            }
            life = null;
            if (admin != null) {
                admin.close(Duration.ofSeconds(1));
                admin = null;
            }
            return true;
        } finally {
            busy.unlock();
        }
    }

    private void look(Life now) throws InterruptedException, TimeoutException, ExecutionException {
        Set<Integer> tasks = now.streams().threads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> task.taskId().partition())
                .collect(Collectors.toSet());
        now.progress().look(admin(), tasks);
        if (++looks % LOOKS_PER_SWEEP == 0) {
            now.progress().sweepDoor(admin());
        }
    }

    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            known = Admin.create(adminSettings);
            admin = known;
        }
        return known;
    }
}
