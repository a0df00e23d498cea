package io.homeostat.localstack.processes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it is told. */
final class RecordedNews implements ChildListener {

    private final List<String> told = new CopyOnWriteArrayList<>();

    List<String> told() {
        return told;
    }

    @Override
    public void started(ChildPlan child) {
        told.add("started");
    }

    @Override
    public void ready(ChildPlan child, Duration after) {
        told.add("ready");
    }

    @Override
    public void ended(ChildPlan child, int exitCode, Duration nextStartIn) {
        told.add("ended " + exitCode + " " + nextStartIn);
    }

    @Override
    public void lost(ChildPlan child) {
        told.add("lost");
    }

    @Override
    public void stopped(ChildPlan child) {
        told.add("stopped");
    }
}
