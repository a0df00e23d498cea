package io.homeostat.monitor.rules;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.runtime.rules.RuleCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds that a rule is in a unit in which it cannot judge a sensor that it is about, beside what else is wrong with it. A
 * sensor whose unit is not known is no reason to refuse it: it says so where the sensor is shown.
 */
final class UnitCheck implements RuleCheck {

    private final RuleCheck core;
    private final Function<String, Map<String, Sensor>> sensorsOfStream;

    UnitCheck(RuleCheck core, Function<String, Map<String, Sensor>> sensorsOfStream) {
        this.core = core;
        this.sensorsOfStream = sensorsOfStream;
    }

    @Override
    public List<RuleFault> faults(Rule rule) {
        List<RuleFault> faults = new ArrayList<>(core.faults(rule));
        if (rule.unit() != null && faults.isEmpty()) {
            Map<String, Sensor> sensors = sensorsOfStream.apply(rule.stream());
            RuleSet alone = RuleSet.of(rule.stream(), List.of(rule), (one, refusal) -> faults.addAll(refusal.faults()))
                    .with(sensors);
            for (Sensor sensor : sensors.values()) {
                if (sensor.unit() != null) {
                    var unused = alone.about(sensor.id());
                }
            }
        }
        return faults;
    }
}
