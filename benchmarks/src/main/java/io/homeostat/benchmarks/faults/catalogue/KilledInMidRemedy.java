package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Signal;
import java.time.Duration;

/** The monitor is stopped, and the healer is killed as soon as it has begun to do something about it. */
record KilledInMidRemedy() implements Injection {

    @Override
    public void inject(Stage stage) {
        stage.stack().signal("monitor", Signal.STOP);
    }

    @Override
    public void goOn(Stage stage) throws InterruptedException {
        stage.await(
                "a remedy",
                Duration.ofSeconds(60),
                () -> stage.stack().healer().incidents().stream()
                        .anyMatch(one -> !one.remedies().isEmpty()));
        stage.stack().signal("healer", Signal.KILL);
    }
}
