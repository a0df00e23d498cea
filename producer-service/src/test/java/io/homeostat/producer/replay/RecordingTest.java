package io.homeostat.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {

    private static List<Row> rows(String csv) {
        Recording recording = new Recording(new StringReader(csv));
        List<Row> rows = new ArrayList<>();
        for (Row row = recording.next(); row != null; row = recording.next()) {
            rows.add(row);
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        "2013-12-02 21:15:00, 2013-12-02T21:15:00Z",
        "2013-12-02T21:15:00, 2013-12-02T21:15:00Z",
        "2013-12-02T21:15, 2013-12-02T21:15:00Z",
        "2013-12-02T21:15:00.25Z, 2013-12-02T21:15:00.25Z",
        "2013-12-02 21:15:00+01:00, 2013-12-02T20:15:00Z",
        "2013-12-02, 2013-12-02T00:00:00Z",
        "1386018900000, 2013-12-02T21:15:00Z"
    })
    void readsTimesInTheirUsualForms(String text, String instant) {
        assertThat(RecordedTime.parse(text)).hasValue(Instant.parse(instant).toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2013-13-02 21:15:00", "-1", "1969-12-31", "99999999999999999", "12:00"})
    void refusesTimesThatAreNone(String text) {
        assertThat(RecordedTime.parse(text)).isEmpty();
    }

    @Test
    void findsItsColumnsByName() {
        assertThat(rows("sensor,Value,TIMESTAMP\nx,1.5,2013-12-02\n"))
                .containsExactly(new Row.TimedValue(
                        2, Instant.parse("2013-12-02T00:00:00Z").toEpochMilli(), 1.5));
    }

    @Test
    void tellsBadLinesWithTheirNumberAndGoesOn() {
        List<Row> rows = rows("timestamp,value\n0,hot\n\nnever,1\n0\n0,NaN\n0,1e999\n0,5\n");

        assertThat(rows)
                .filteredOn(Row.BadLine.class::isInstance)
                .extracting(Row::line)
                .containsExactly(2L, 4L, 5L, 6L, 7L);
        assertThat(rows.get(0)).isEqualTo(new Row.BadLine(2, "value must be a finite number, was \"hot\""));
        assertThat(rows.get(rows.size() - 1)).isEqualTo(new Row.TimedValue(8, 0, 5));
    }

    @Test
    void refusesAFileWithoutItsColumns() {
        assertThatThrownBy(() -> new Recording(new StringReader("a,b\n1,2\n")))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessage("the first line must name the columns timestamp and value, was: [a, b]");
    }

    @Test
    void surveysARecording() {
        Survey survey = Survey.of(new Recording(new StringReader("timestamp,value\n1000,1\n4000,2\nx,3\n3000,4\n")));

        assertThat(survey.readings()).isEqualTo(3);
        assertThat(survey.badLines()).isEqualTo(1);
        assertThat(survey.firstMillis()).isEqualTo(1000);
        assertThat(survey.lastMillis()).isEqualTo(4000);
    }
}
