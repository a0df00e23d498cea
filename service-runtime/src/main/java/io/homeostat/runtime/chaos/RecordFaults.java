package io.homeostat.runtime.chaos;

import io.homeostat.runtime.stream.RecordHook;
import java.util.List;

/** The faults that strike at each record, in turn. Thread-safe. */
final class RecordFaults implements RecordHook {

    private final List<RecordHook> faults;

    RecordFaults(List<? extends RecordHook> faults) {
        this.faults = List.copyOf(faults);
    }

    @Override
    public void beforeRecord() {
        for (int i = 0; i < faults.size(); i++) {
            faults.get(i).beforeRecord();
        }
    }

    @Override
    public void beforeRecord(String topic, int partition, long offset) {
        for (int i = 0; i < faults.size(); i++) {
            faults.get(i).beforeRecord(topic, partition, offset);
        }
    }
}
