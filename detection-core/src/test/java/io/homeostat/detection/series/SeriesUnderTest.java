package io.homeostat.detection.series;

import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.sensor.Sensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One series with its evaluator, fed by seconds of event time; the wall clock runs with it unless it is set. */
final class SeriesUnderTest {

    static final String SENSOR = "boiler-7";
    static final long BASE_MILLIS = 1_795_421_700_000L;
    static final long LATENESS_MILLIS = 10_000;

    final List<AlertEvent> events = new ArrayList<>();
    final byte[][] changelog = new byte[SeriesState.PAGES][];
    private final SeriesEvaluator evaluator =
            new SeriesEvaluator("temperature", "temperature", LATENESS_MILLIS, events::add);
    private final ByteWriter writer = new ByteWriter();
    private final Map<String, SeriesState> neighbours = new HashMap<>();
    SeriesState state = new SeriesState();
    RuleSet rules;
    private long nextOffset;
    private long nowMillis = BASE_MILLIS;
    int bytesWritten;

    SeriesUnderTest(RuleSet rules) {
        this.rules = rules;
    }

    /** A reading at home, at the wall time of its event time. */
    Arrival at(double seconds, double value) {
        return at(seconds, value, 0);
    }

    Arrival at(double seconds, double value, int partition) {
        long timeMillis = BASE_MILLIS + Math.round(seconds * 1000);
        nowMillis = Math.max(nowMillis, timeMillis);
        return read(timeMillis, value, partition, nextOffset++, nowMillis);
    }

    Arrival read(long timeMillis, double value, int partition, long offset, long wallMillis) {
        return evaluator.judge(
                state, rules, new Reading(SENSOR, value, timeMillis, false), partition, offset, wallMillis);
    }

    /** A reading of another sensor of its group, to which it belongs from the first of these on. */
    void neighbourAt(String sensorId, double seconds, double value) {
        if (!neighbours.containsKey(sensorId)) {
            neighbours.put(sensorId, new SeriesState());
            Map<String, Sensor> boilers = new HashMap<>();
            neighbours.keySet().forEach(id -> boilers.put(id, boiler(id)));
            boilers.put(SENSOR, boiler(SENSOR));
            under(rules.with(boilers));
        }
        SeriesState neighbour = neighbours.get(sensorId);
        long timeMillis = BASE_MILLIS + Math.round(seconds * 1000);
        nowMillis = Math.max(nowMillis, timeMillis);
        evaluator.judge(neighbour, rules, new Reading(sensorId, value, timeMillis, false), 0, nextOffset++, nowMillis);
    }

    private static Sensor boiler(String sensorId) {
        return new Sensor("temperature", sensorId, Map.of(), null, null, null, "boilers", null);
    }

    /** Lets the wall clock go on to a time in seconds, and the timers with it. */
    boolean wallAt(double seconds) {
        nowMillis = BASE_MILLIS + Math.round(seconds * 1000);
        return wallAtMillis(nowMillis);
    }

    boolean wallAtMillis(long wallMillis) {
        return evaluator.advance(state, rules, SENSOR, wallMillis);
    }

    long nextDeadlineMillis() {
        return evaluator.nextDeadlineMillis(state);
    }

    void under(RuleSet changed) {
        rules = changed;
        evaluator.match(state, rules, SENSOR);
    }

    /** Logs what changed, as a commit does. */
    void commit() {
        bytesWritten = 0;
        state.writeChangedPages(writer, (page, bytes) -> {
            changelog[page] = bytes;
            bytesWritten += bytes.length;
        });
    }

    /** Commits, dies and comes back with what the changelog holds. */
    void crash() {
        commit();
        state = SeriesState.read(changelog);
    }

    /** The events so far, one line each: id by order of appearance, sequence, kind, state, seconds. */
    List<String> story() {
        List<String> ids = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (AlertEvent event : events) {
            if (!ids.contains(event.alertId())) {
                ids.add(event.alertId());
            }
            String end = event.resolvedAt() == null
                    ? ""
                    : ".." + seconds(event.resolvedAt().toEpochMilli());
            lines.add((char) ('A' + ids.indexOf(event.alertId())) + "" + event.sequence() + " "
                    + event.event().name().toLowerCase(java.util.Locale.ROOT) + " " + event.state() + " "
                    + seconds(event.openedAt().toEpochMilli()) + end + " @"
                    + seconds(event.at().toEpochMilli())
                    + (event.isWithdrawal() ? " withdrawn" : ""));
        }
        return lines;
    }

    private static String seconds(long millis) {
        double seconds = (millis - BASE_MILLIS) / 1000.0;
        return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
    }
}
