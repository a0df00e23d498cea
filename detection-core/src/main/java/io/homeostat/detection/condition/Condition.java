package io.homeostat.detection.condition;

import io.homeostat.detection.unit.Conversion;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.sensor.Sensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does not allow. Immutable.
 *
 * <p>A new kind of rule is a new implementation and its line in {@link ConditionKind}.
 */
public interface Condition {

    /** The memory of a series of which nothing was read. */
    Memory remember();

    /**
     * A number that stands for what the memory means: a memory goes on under a changed condition of the same form, so a
     * limit that is moved forgets nothing.
     */
    int form();

    /** Whether a verdict may come after the next reading, so that time alone tells nothing before the lateness is over. */
    default boolean waits() {
        return false;
    }

    /** The same condition, as it is for one sensor. */
    default Condition about(String sensorId, @Nullable Sensor sensor) {
        return this;
    }

    /** Whether it asks what the other sensors of the group read. */
    default boolean asksTheGroup() {
        return false;
    }

    /**
     * Whether it says the same of a reading when another median of the group's sensors becomes known.
     *
     * @param count how many sensors the median comes from
     */
    default boolean isIndifferent(double value, double before, int countBefore, double median, int count) {
        return true;
    }

    /**
     * The same condition with its figures in another unit; {@code null} where they cannot be converted, so that a rule is
     * never silently wrong.
     */
    default @Nullable Condition converted(Conversion to) {
        return null;
    }

    /** The severities of its levels, from the lowest; empty where the rule's own severity holds. */
    default List<Severity> severities() {
        return List.of();
    }
}
