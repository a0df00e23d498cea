package io.homeostat.detection.series;

/** Is told which series changed because another of their group read something. */
@FunctionalInterface
public interface GroupSink {

    /** Nobody is told. */
    GroupSink NOBODY = sensorId -> {};

    /** The state of a sensor's series changed. */
    void changed(String sensorId);
}
