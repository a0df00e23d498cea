package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.wording.Likeness;
import io.homeostat.runtime.rules.RuleCheck;
import io.homeostat.runtime.rules.RuleExamination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a rule of what somebody sent, or finds all that is wrong with it. Thread-safe. */
final class RuleExaminer {

    private final RuleCheck check;
    private final List<String> streams;

    /**
     * An examiner.
     *
     * @param core what the detection core has against a rule
     * @param streams the configured streams
     */
    RuleExaminer(RuleCheck core, List<String> streams) {
        this.streams = List.copyOf(streams);
        this.check = rule -> {
            List<RuleFault> faults = new ArrayList<>(core.faults(rule));
            faults.addAll(faultsOfStream(rule));
            return faults;
        };
    }

    /**
     * The rule in a body, of whatever version.
     *
     * @param sent the body; its version is passed over, since the topic decides on that
     * @param id the id in the address, {@code null} where there is none
     * @throws RuleFormatException if anything is wrong with it
     */
    Rule examine(Map<?, ?> sent, @Nullable String id) {
        List<RuleFault> faults = new ArrayList<>();
        Map<Object, @Nullable Object> rule = new LinkedHashMap<>(sent);
        rule.remove("version");
        Object deleted = rule.remove("deleted");
        if (deleted != null && !deleted.equals(false)) {
            faults.add(new RuleFault("deleted", deleted, "false or left out; DELETE takes a rule away"));
        }
        if (id != null) {
            Object other = rule.put("id", id);
            if (other != null && !other.equals(id)) {
                faults.add(new RuleFault("id", other, "\"" + id + "\", as in the address, or left out", id));
            }
        }
        try {
            Rule read = new RuleExamination(check).read(rule);
            if (faults.isEmpty()) {
                return read;
            }
        } catch (RuleFormatException e) {
            faults.addAll(e.faults());
        }
        throw new RuleFormatException(faults);
    }

    /** What is wrong, here and now, with a rule that was valid once. */
    List<RuleFault> faults(Rule rule) {
        return check.faults(rule);
    }

    private List<RuleFault> faultsOfStream(Rule rule) {
        if (streams.contains(rule.stream())) {
            return List.of();
        }
        String allowed = "a stream that homeostat.streams names: " + String.join(", ", streams);
        return List.of(new RuleFault("stream", rule.stream(), allowed, Likeness.nearest(rule.stream(), streams)));
    }
}
