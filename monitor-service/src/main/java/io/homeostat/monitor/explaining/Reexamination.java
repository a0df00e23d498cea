package io.homeostat.monitor.explaining;

import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.condition.Statement;
import io.homeostat.detection.condition.Verdicts;
import io.homeostat.detection.explanation.ConditionTrace;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.detection.series.SeriesState;
import io.homeostat.monitor.past.PastReading;
import io.homeostat.monitor.past.RaisedAlert;
import io.homeostat.monitor.past.RuleRun;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One sensor's readings judged once more up to a moment: in the order in which they came, for the alert, and in the order of
 * event time, for what the condition said of each. Immutable.
 *
 * @param readings in the order of event time, those after the moment included, which were not judged
 * @param newest the newest reading at the moment; {@code null} if there is none
 * @param statement what the condition said last at the moment
 * @param alert the alert that was open then, pending included; {@code null} if none was
 */
record Reexamination(
        List<JudgedReading> readings,
        @Nullable JudgedReading newest,
        Statement statement,
        @Nullable RaisedAlert alert) {

    private static final Comparator<PastReading> BY_TIME = Comparator.<PastReading>comparingLong(
                    past -> past.reading().eventTimeMillis())
            .thenComparingInt(PastReading::partition)
            .thenComparingLong(PastReading::offset);

    private record Place(int partition, long offset) {
        static Place of(PastReading past) {
            return new Place(past.partition(), past.offset());
        }
    }

    /**
     * Judges.
     *
     * @param run of the rule, which is about the sensor
     * @param cameInOrder the sensor's readings, as they came
     * @param momentMillis the moment, in event time
     * @param nowMillis the time beyond which nothing is known, by the clock of the records' timestamps
     */
    static Reexamination of(
            RuleRun run, String sensorId, List<PastReading> cameInOrder, long momentMillis, long nowMillis) {
        JudgingRule rule = run.about(sensorId)
                .orElseThrow(() -> new IllegalArgumentException("the rule must be about " + sensorId));
        LateComers comers = LateComers.among(cameInOrder, run.latenessMillis());
        Predicate<PastReading> counts = past -> past.reading().eventTimeMillis() <= momentMillis
                && !comers.tooLate().contains(past);
        SeriesState state = new SeriesState();
        cameInOrder.stream().filter(counts).forEach(past -> run.judge(state, past));
        run.passTime(state, sensorId, momentMillis, nowMillis);

        Map<Place, Finding> findings = new HashMap<>();
        ConditionTrace trace = new ConditionTrace(rule, (at, finding, level, measure, partition, offset) -> {
            if (partition != Verdicts.BY_TIME) {
                findings.put(new Place(partition, offset), finding);
            }
        });
        List<PastReading> inTime = cameInOrder.stream().sorted(BY_TIME).toList();
        inTime.stream()
                .filter(counts)
                .forEach(past -> trace.read(
                        past.reading().eventTimeMillis(), past.reading().value(), past.partition(), past.offset()));
        trace.pass(Math.min(momentMillis, run.timeToldMillis(state, sensorId, nowMillis)));

        List<JudgedReading> readings = inTime.stream()
                .map(past -> new JudgedReading(
                        past,
                        findings.get(Place.of(past)),
                        comers.late().contains(past),
                        comers.tooLate().contains(past)))
                .toList();
        return new Reexamination(
                readings,
                newest(readings, momentMillis),
                trace.statement(),
                run.openAt(momentMillis).orElse(null));
    }

    private static @Nullable JudgedReading newest(List<JudgedReading> inTime, long momentMillis) {
        JudgedReading newest = null;
        for (JudgedReading judged : inTime) {
            newest = judged.past().reading().eventTimeMillis() <= momentMillis ? judged : newest;
        }
        return newest;
    }

    /** How many readings the condition said something of. */
    long judged() {
        return readings.stream().filter(judged -> judged.finding() != null).count();
    }
}
