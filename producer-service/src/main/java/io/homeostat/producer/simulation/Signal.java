package io.homeostat.producer.simulation;

import org.jspecify.annotations.Nullable;

/** What sensors would read if nothing were wrong: a pure function of sensor and step. */
interface Signal {

    /** The id of a sensor, counted from 0; {@code null}: its readings name none. */
    @Nullable
    String sensorId(int sensor);

    /** The true value at a step, counted from 0. */
    double value(int sensor, long step);
}
