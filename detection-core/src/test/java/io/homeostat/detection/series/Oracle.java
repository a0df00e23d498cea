package io.homeostat.detection.series;

import io.homeostat.model.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What alerts there ought to be, by a plain loop over all readings in the order of event time: slow, short, and with
 * nothing of the code under test.
 */
record Oracle(String ruleId, double above, double clearBelow, long holdForMillis, long clearForMillis) {

    record Sample(long timeMillis, double value, int partition, long offset) {}

    List<History.Alert> history(List<Sample> samples) {
        List<Sample> sorted = new ArrayList<>(samples);
        sorted.sort(Comparator.comparingLong(Sample::timeMillis)
                .thenComparingInt(Sample::partition)
                .thenComparingLong(Sample::offset));
        sorted.add(new Sample(Long.MAX_VALUE, Double.NaN, 0, 0));
        List<History.Alert> alerts = new ArrayList<>();
        Long breachedSince = null;
        Long clearSince = null;
        boolean fired = false;
        for (Sample sample : sorted) {
            if (breachedSince != null && !fired && breachedSince + holdForMillis <= sample.timeMillis()) {
                fired = true;
            }
            if (clearSince != null && clearSince + clearForMillis <= sample.timeMillis()) {
                alerts.add(alert(breachedSince, clearSince + clearForMillis));
                breachedSince = null;
                clearSince = null;
                fired = false;
            }
            boolean breach = sample.value() > above;
            boolean clear = sample.value() < clearBelow;
            if (breachedSince == null && breach) {
                breachedSince = sample.timeMillis();
                fired = holdForMillis == 0;
            } else if (breachedSince != null && !fired && !breach) {
                breachedSince = null;
            } else if (fired && clear && clearSince == null) {
                clearSince = sample.timeMillis();
                if (clearForMillis == 0) {
                    alerts.add(alert(breachedSince, clearSince));
                    breachedSince = null;
                    clearSince = null;
                    fired = false;
                }
            } else if (fired && !clear && !Double.isNaN(sample.value())) {
                clearSince = null;
            }
        }
        if (fired) {
            alerts.add(alert(breachedSince, null));
        }
        return alerts;
    }

    private History.Alert alert(@Nullable Long openedAt, @Nullable Long resolvedAt) {
        return new History.Alert(
                ruleId,
                SeriesUnderTest.SENSOR,
                Instant.ofEpochMilli(openedAt == null ? 0 : openedAt),
                resolvedAt == null ? null : Instant.ofEpochMilli(resolvedAt),
                Severity.WARNING);
    }
}
