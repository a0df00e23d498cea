package io.homeostat.detection.quality;

import io.homeostat.model.correction.QualityFlag;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Test 5, climatology: what is not usual in this part of the year is suspect. Immutable. A time in no part is not
 * evaluated; in two parts at once the later one of the list counts.
 *
 * @param parts the parts of the year
 */
public record Climatology(List<Part> parts) implements QualityTest {

    /** What a part of the year is counted in, in UTC. */
    public enum Period {
        MONTH(ChronoField.MONTH_OF_YEAR),
        WEEK_OF_YEAR(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
        DAY_OF_YEAR(ChronoField.DAY_OF_YEAR),
        QUARTER(IsoFields.QUARTER_OF_YEAR);

        private final transient TemporalField field;

        Period(TemporalField field) {
            this.field = field;
        }
    }

    /**
     * A part of the year, and what is usual in it.
     *
     * @param period what it is counted in
     * @param from its first month, week, day or quarter
     * @param to its last, itself included
     * @param suspect what is usual
     * @param fail what is possible; {@code null}: everything
     */
    public record Part(
            Period period,
            int from,
            int to,
            Span suspect,
            @Nullable Span fail) {

        public Part {
            if (from > to) {
                throw new IllegalArgumentException(
                        "a part of the year must not begin after its end, was %d to %d".formatted(from, to));
            }
        }

        private boolean holds(ZonedDateTime time) {
            int at = time.get(period.field);
            return at >= from && at <= to;
        }

        private QualityFlag test(double value) {
            if (fail != null && !fail.contains(value)) {
                return QualityFlag.FAIL;
            }
            return suspect.contains(value) ? QualityFlag.GOOD : QualityFlag.SUSPECT;
        }
    }

    public Climatology {
        parts = List.copyOf(parts);
    }

    @Override
    public String name() {
        return "climatology";
    }

    @Override
    public QualityFlag test(long timeMillis, double value) {
        if (Double.isNaN(value)) {
            return QualityFlag.MISSING;
        }
        ZonedDateTime time = Instant.ofEpochMilli(timeMillis).atZone(ZoneOffset.UTC);
        QualityFlag flag = QualityFlag.NOT_EVALUATED;
        for (Part part : parts) {
            if (part.holds(time)) {
                flag = part.test(value);
            }
        }
        return flag;
    }
}
