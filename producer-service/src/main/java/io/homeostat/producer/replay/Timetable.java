package io.homeostat.producer.replay;

import java.time.Instant;

/**
 * When a recording's readings are sent, and under which event time. Immutable.
 *
 * <p>The event time stands in the reading's JSON only; the record's timestamp is the time of sending, because a broker
 * deletes by that one and would throw a recording of 2013 away at once. With {@link Shift#END_NOW} and a speed of at least
 * 1, no reading is sent before its event time.
 *
 * @param startMillis when the replay starts, in milliseconds since the epoch
 * @param survey what is in the recording
 * @param speed how much faster than recorded; 0: as fast as possible
 * @param shift what becomes of the times
 */
record Timetable(long startMillis, Survey survey, double speed, Shift shift) {

    /** When a reading is to be sent, in milliseconds since the epoch. */
    long dueMillis(long recordedMillis) {
        return startMillis + sinceStart(recordedMillis - survey.firstMillis());
    }

    /** The event time under which a reading is sent, in milliseconds since the epoch. */
    long eventTimeMillis(long recordedMillis) {
        return switch (shift) {
            case NONE -> recordedMillis;
            case END_NOW -> recordedMillis - survey.lastMillis() + startMillis + lead();
        };
    }

    /** When the last reading is to be sent. */
    Instant end() {
        return Instant.ofEpochMilli(dueMillis(survey.lastMillis()));
    }

    private long lead() {
        return speed >= 1 ? sinceStart(survey.spanMillis()) : 0;
    }

    private long sinceStart(long recordedMillis) {
        return speed == 0 ? 0 : (long) (recordedMillis / speed);
    }
}
