package io.homeostat.monitor.backtest;

import static io.homeostat.monitor.past.PastTests.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.monitor.past.PastReading;
import io.homeostat.runtime.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    @Test
    void readsTheReadingsOfSeveralSensorsInTheOrderOfTheirTimes() {
        List<PastReading> readings = read("""
                sensor,timestamp,value
                b,2026-11-23T08:00:02Z,2.5
                a,2026-11-23T08:00:01Z,-1e1
                """);

        assertThat(readings).extracting(past -> past.reading().sensorId()).containsExactly("a", "b");
        assertThat(readings).extracting(past -> past.reading().value()).containsExactly(-10.0, 2.5);
        assertThat(readings.get(1).cameAtMillis())
                .isEqualTo(Instant.parse("2026-11-23T08:00:02Z").toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "2014-01-01 00:05:00, 2014-01-01T00:05:00Z",
        "2014-01-01T00:05, 2014-01-01T00:05:00Z",
        "2014-01-01T00:05:00+02:00, 2013-12-31T22:05:00Z",
        "1388534700250, 2014-01-01T00:05:00.250Z",
        "2014-01-01 00:05:00.123456, 2014-01-01T00:05:00.123Z"
    })
    void readsTimesAsTheyAreUsuallyWritten(String written, Instant meant) {
        assertThat(read("timestamp,value\n" + written + ",1\n"))
                .singleElement()
                .satisfies(past -> assertThat(past.reading().eventTimeMillis()).isEqualTo(meant.toEpochMilli()));
    }

    @Test
    void givesAFileWithoutSensorsToOneThatTheRuleIsAbout() {
        assertThat(read("timestamp,value\n1,1\n").get(0).reading().sensorId()).isEqualTo("boiler-7");
        String when = "'when': {'kind': 'threshold', 'above': 30}";
        assertThat(SensorOfFile.of(rule(when))).isEqualTo("default");
        assertThat(SensorOfFile.of(rule(when + ", 'sensors': 'boiler-?-*'"))).isEqualTo("boiler-1-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time,value;1,1                                        | Line 1: the columns must be sensor, timestamp and value, or timestamp and value of one sensor, was "time,value".
            timestamp,value                                       | Line 1: there must be a header, such as sensor,timestamp,value, and a reading under it.
            timestamp,value;1,1;soon,2                            | Line 3: timestamp must be a time such as 2026-11-23T08:15:00Z or 2026-11-23 08:15:00, or milliseconds since the epoch, was "soon".
            timestamp,value;1,1;2,warm                            | Line 3: value must be a finite number, was "warm".
            timestamp,value;1,NaN                                 | Line 2: value must be a finite number, was "NaN".
            timestamp,value;1                                     | Line 2: there must be 2 columns, was 1.
            sensor,timestamp,value;,1,1                           | Line 2: sensor must be 1 to 128 characters.
            timestamp,value;2026-11-23T08:00Z,1;2026-11-23 08:01:00,2 | Line 3: the time is without an offset, and those above it are with the offset Z.
            timestamp,value;2026-11-23T08:00+01:00,1;2026-11-23T08:01+02:00,2 | Line 3: the time is with the offset +02:00, and those above it are with the offset +01:00.
            """)
    void refusesAFileWithOneSentenceAndTheLine(String file, String sentence) {
        assertThatThrownBy(() -> read(file.replace(';', '\n')))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(422);
                    assertThat(problem.getBody().getDetail()).isEqualTo(sentence);
                });
    }

    private static List<PastReading> read(String file) {
        return new CsvFile("boiler-7").read(file.getBytes(StandardCharsets.UTF_8));
    }
}
