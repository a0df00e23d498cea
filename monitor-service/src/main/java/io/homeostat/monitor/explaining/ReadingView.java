package io.homeostat.monitor.explaining;

import io.homeostat.model.correction.QualityFlag;
import io.homeostat.model.reading.Source;
import java.time.Instant;

/**
 * A reading, and what the rule said of it. Immutable.
 *
 * @param time its event time
 * @param cameAt when it came, by its record's timestamp
 * @param flag 1 good, 2 not judged, 3 between limit and clear limit, 4 a breach
 * @param late whether it came behind a later one
 * @param tooLate whether it came so late that it moved no alert
 */
record ReadingView(Instant time, double value, Instant cameAt, int flag, boolean late, boolean tooLate, Source source) {

    static ReadingView of(String topic, JudgedReading judged) {
        var past = judged.past();
        return new ReadingView(
                Instant.ofEpochMilli(past.reading().eventTimeMillis()),
                past.reading().value(),
                Instant.ofEpochMilli(past.cameAtMillis()),
                flag(judged).code(),
                judged.late(),
                judged.tooLate(),
                new Source(topic, past.partition(), past.offset()));
    }

    private static QualityFlag flag(JudgedReading judged) {
        var finding = judged.finding();
        if (finding == null) {
            return QualityFlag.NOT_EVALUATED;
        }
        return switch (finding) {
            case CLEAR -> QualityFlag.GOOD;
            case BETWEEN -> QualityFlag.SUSPECT;
            case BREACH -> QualityFlag.FAIL;
        };
    }
}
