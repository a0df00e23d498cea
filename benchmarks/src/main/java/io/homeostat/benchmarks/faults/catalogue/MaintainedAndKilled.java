package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Signal;

/** A person works on the monitor, has said so, and ends its process: the supervisor's affair, not the healer's. */
record MaintainedAndKilled() implements Injection {

    private static final String PATH = "/api/targets/monitor/maintenance";

    @Override
    public void begin(Stage stage) {
        int status = stage.stack()
                .post("healer", PATH, "{\"duration\": \"PT5M\", \"reason\": \"the fault matrix works on it\"}");
        if (status != 200) {
            throw new IllegalStateException("the maintenance of the monitor must begin, answered " + status);
        }
    }

    @Override
    public void inject(Stage stage) {
        stage.stack().signal("monitor", Signal.KILL);
    }

    @Override
    public void end(Stage stage) {
        stage.stack().delete("healer", PATH);
    }
}
