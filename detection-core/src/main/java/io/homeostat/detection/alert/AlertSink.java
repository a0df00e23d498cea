package io.homeostat.detection.alert;

import io.homeostat.model.alert.AlertEvent;

/** Takes alert events in the order in which they are to be published. */
@FunctionalInterface
public interface AlertSink {

    void accept(AlertEvent event);
}
