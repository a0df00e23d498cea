package io.homeostat.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final long NOW = 1_795_421_700_000L;

    private static Timetable timetable(double speed, Shift shift) {
        return Timetable.beginning(NOW, new Survey(2, 0, List.of(), 1_000, 101_000), speed, shift, 0);
    }

    @Test
    void sendsAtTheSpeedThatWasChosen() {
        assertThat(timetable(10, Shift.NONE).dueMillis(1_000)).isEqualTo(NOW);
        assertThat(timetable(10, Shift.NONE).dueMillis(101_000)).isEqualTo(NOW + 10_000);
        assertThat(timetable(0, Shift.NONE).dueMillis(101_000)).isEqualTo(NOW);
    }

    @Test
    void shiftsTheLastReadingToTheEndOfTheReplay() {
        assertThat(timetable(0, Shift.END_NOW).eventTimeMillis(101_000)).isEqualTo(NOW);
        assertThat(timetable(0, Shift.END_NOW).eventTimeMillis(1_000)).isEqualTo(NOW - 100_000);
        assertThat(timetable(10, Shift.END_NOW).eventTimeMillis(101_000)).isEqualTo(NOW + 10_000);
        assertThat(timetable(1, Shift.END_NOW).eventTimeMillis(1_000)).isEqualTo(NOW);
    }

    @Test
    void neverSendsAReadingBeforeItsTime() {
        for (double speed : new double[] {0, 0.5, 1, 3, 1000}) {
            Timetable timetable = timetable(speed, Shift.END_NOW);
            for (long recorded = 1_000; recorded <= 101_000; recorded += 500) {
                assertThat(timetable.eventTimeMillis(recorded)).isLessThanOrEqualTo(timetable.dueMillis(recorded));
            }
        }
    }

    @Test
    void leavesTimesAloneIfToldTo() {
        assertThat(timetable(10, Shift.NONE).eventTimeMillis(4_000)).isEqualTo(4_000);
    }

    @Test
    void goesOnWhereItWasLeft() {
        Timetable first = timetable(10, Shift.END_NOW);
        Place left = new Place(1, 51_000, first.offsetMillis());

        Timetable later = Timetable.continuing(NOW + 60_000, first.survey(), 10, left);

        assertThat(later.eventTimeMillis(52_000)).isEqualTo(first.eventTimeMillis(52_000));
        assertThat(later.dueMillis(51_000)).isEqualTo(NOW + 60_000);
        assertThat(later.dueMillis(61_000)).isEqualTo(NOW + 61_000);
    }

    @Test
    void beginsWhereItIsToldTo() {
        Survey survey = new Survey(2, 0, List.of(), 1_000, 101_000);
        Timetable timetable = Timetable.beginning(NOW, survey, 10, Shift.END_NOW, 51_000);

        assertThat(timetable.dueMillis(51_000)).isEqualTo(NOW);
        assertThat(timetable.dueMillis(101_000)).isEqualTo(NOW + 5_000);
        assertThat(timetable.eventTimeMillis(101_000)).isEqualTo(NOW + 5_000);
    }

    @Test
    void expectsTheEndFromTheTimetableAndLaterIfReadingsComeSlower() {
        Instant start = Instant.ofEpochMilli(NOW);
        Progress progress = new Progress(50, 100, start, start.plusSeconds(10));

        assertThat(progress.eta(start.plusSeconds(60))).isEqualTo(start.plusSeconds(60));
        assertThat(progress.eta(start)).isEqualTo(start.plusSeconds(20));
        assertThat(progress.part()).isEqualTo(0.5);
    }
}
