package io.homeostat.detection.condition;

import io.homeostat.detection.unit.Conversion;
import io.homeostat.model.sensor.Sensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The kinds {@code all}, {@code any} and {@code not}: conditions on the same series together. Immutable.
 *
 * <p>Of {@code all}, one that is clear makes the whole clear, of {@code any} one that is breached makes it a breach;
 * {@code not} turns a breach and its opposite round. What has not been judged yet counts as clear, but for {@code not},
 * which then says nothing.
 *
 * @param rule how they are put together
 * @param parts at least one; exactly one of {@code not}
 */
record CompositeCondition(Combination rule, List<Condition> parts) implements Condition {

    /** How findings are put together. */
    enum Combination {
        ALL,
        ANY,
        NOT
    }

    CompositeCondition {
        parts = List.copyOf(parts);
    }

    @Override
    public Memory remember() {
        return new CompositeMemory(rule, parts.stream().map(Condition::remember).toList());
    }

    @Override
    public int form() {
        return Objects.hash(rule.name(), parts.stream().map(Condition::form).toList());
    }

    @Override
    public @Nullable Condition converted(Conversion to) {
        List<Condition> converted = new ArrayList<>();
        for (Condition part : parts) {
            Condition one = part.converted(to);
            if (one == null) {
                return null;
            }
            converted.add(one);
        }
        return new CompositeCondition(rule, converted);
    }

    @Override
    public Condition about(String sensorId, @Nullable Sensor sensor) {
        List<Condition> own =
                parts.stream().map(part -> part.about(sensorId, sensor)).toList();
        return own.equals(parts) ? this : new CompositeCondition(rule, own);
    }

    @Override
    public boolean waits() {
        return parts.stream().anyMatch(Condition::waits);
    }

    @Override
    public boolean asksTheGroup() {
        return parts.stream().anyMatch(Condition::asksTheGroup);
    }

    @Override
    public boolean isIndifferent(double value, double before, int countBefore, double median, int count) {
        return parts.stream().allMatch(part -> part.isIndifferent(value, before, countBefore, median, count));
    }
}
