package io.homeostat.monitor.backtest;

import io.homeostat.monitor.backtest.BacktestAlert.Change;
import io.homeostat.monitor.past.RaisedAlert;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of a draft beside those of the live rule over the same readings. Immutable. Two are the same if series,
 * beginning, end and highest severity are.
 */
record Comparison(List<BacktestAlert> alerts, List<BacktestAlert> gone) {

    private record Beginning(String sensorId, Instant openedAt) {
        static Beginning of(RaisedAlert alert) {
            return new Beginning(alert.sensorId(), alert.openedAt());
        }
    }

    static Comparison of(List<RaisedAlert> draft, List<RaisedAlert> live) {
        Map<Beginning, RaisedAlert> known = new HashMap<>();
        live.forEach(alert -> known.putIfAbsent(Beginning.of(alert), alert));
        List<BacktestAlert> alerts = draft.stream()
                .map(alert -> BacktestAlert.of(alert, change(alert, known.remove(Beginning.of(alert)))))
                .toList();
        Stream<RaisedAlert> unmatched = live.stream().filter(alert -> known.get(Beginning.of(alert)) == alert);
        return new Comparison(
                alerts,
                unmatched.map(alert -> BacktestAlert.of(alert, Change.GONE)).toList());
    }

    private static Change change(RaisedAlert alert, @Nullable RaisedAlert live) {
        if (live == null) {
            return Change.NEW;
        }
        boolean same = Objects.equals(alert.resolvedAt(), live.resolvedAt()) && alert.severity() == live.severity();
        return same ? Change.SAME : Change.CHANGED;
    }
}
