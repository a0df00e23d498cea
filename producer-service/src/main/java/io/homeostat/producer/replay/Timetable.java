package io.homeostat.producer.replay;

import java.time.Instant;

/**
 * When a recording's readings are sent, and under which event time. Immutable.
 *
 * <p>The event time stands in the reading's JSON only; the record's timestamp is the time of sending, because a broker
 * deletes by that one and would throw a recording of 2013 away at once. With {@link Shift#END_NOW} and a speed of at least
 * 1, no reading is sent before its event time.
 *
 * @param startMillis when the replay starts, in milliseconds since the epoch; of one that goes on: would have started, had
 *     it never stood still
 * @param survey what is in the recording
 * @param speed how much faster than recorded; 0: as fast as possible
 * @param offsetMillis how much later a reading's event time is than its recorded one
 */
record Timetable(long startMillis, Survey survey, double speed, long offsetMillis) {

    /**
     * Of a replay that begins.
     *
     * @param fromMillis the recorded time that is sent first
     */
    static Timetable beginning(long nowMillis, Survey survey, double speed, Shift shift, long fromMillis) {
        long from = Math.max(fromMillis, survey.firstMillis());
        long start = nowMillis - replayedMillis(from - survey.firstMillis(), speed);
        long lastIsSent = speed >= 1 ? start + replayedMillis(survey.spanMillis(), speed) : nowMillis;
        long offset = switch (shift) {
            case NONE -> 0;
            case END_NOW -> lastIsSent - survey.lastMillis();
        };
        return new Timetable(start, survey, speed, offset);
    }

    /** Of a replay that goes on where it was left: its event times go on, too, and none is sent twice. */
    static Timetable continuing(long nowMillis, Survey survey, double speed, Place place) {
        long before = replayedMillis(place.recordedMillis() - survey.firstMillis(), speed);
        return new Timetable(nowMillis - before, survey, speed, place.offsetMillis());
    }

    /** When a reading is to be sent, in milliseconds since the epoch. */
    long dueMillis(long recordedMillis) {
        return startMillis + replayedMillis(recordedMillis - survey.firstMillis(), speed);
    }

    /** The event time under which a reading is sent, in milliseconds since the epoch. */
    long eventTimeMillis(long recordedMillis) {
        return recordedMillis + offsetMillis;
    }

    /** When the last reading is to be sent. */
    Instant end() {
        return Instant.ofEpochMilli(dueMillis(survey.lastMillis()));
    }

    private static long replayedMillis(long recordedMillis, double speed) {
        return speed == 0 ? 0 : (long) (recordedMillis / speed);
    }
}
