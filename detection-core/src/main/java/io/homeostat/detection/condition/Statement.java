package io.homeostat.detection.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a condition said last, with what it is made of, for people who ask why. Immutable; made when somebody asks, never on
 * the way of a reading.
 *
 * @param finding what it said; {@code null}: nothing yet
 * @param measure what it compared; {@code NaN} where there is no such
 * @param limit the limit that belongs to the measure; infinite or {@code NaN} where there is none
 * @param reason why; {@code null}: it said nothing yet
 * @param parts the same of the conditions that it is put together from, in their order
 */
public record Statement(
        @Nullable Finding finding,
        double measure,
        double limit,
        @Nullable Reason reason,
        List<Statement> parts) {

    public Statement {
        parts = List.copyOf(parts);
    }

    /** What a memory's condition said last. */
    public static Statement of(Memory memory, @Nullable Finding finding, double measure) {
        return finding == null
                ? new Statement(null, Double.NaN, Double.NaN, null, memory.parts())
                : new Statement(finding, measure, memory.limit(measure), memory.reason(measure), memory.parts());
    }
}
