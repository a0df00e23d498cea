package io.homeostat.localstack.processes;

import java.time.Duration;

/**
 * How long to wait before a process that ended is started again: doubling from end to end, and from the beginning after
 * a time of health. Pure; not thread-safe.
 */
final class BackOff {

    private final Duration first;
    private final Duration most;
    private final Duration enoughHealth;
    private Duration next;

    /** One second, doubling to thirty, and one second again after a minute of health. */
    BackOff() {
        this(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    BackOff(Duration first, Duration most, Duration enoughHealth) {
        this.first = first;
        this.most = most;
        this.enoughHealth = enoughHealth;
        this.next = first;
    }

    /** The wait after an end before which the process had been healthy without a break for the given time. */
    Duration afterEnd(Duration healthyFor) {
        Duration wait = healthyFor.compareTo(enoughHealth) >= 0 ? first : next;
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(most) > 0 ? most : doubled;
        return wait;
    }

    /** Begins anew, because somebody asked for the start. */
    void reset() {
        next = first;
    }
}
