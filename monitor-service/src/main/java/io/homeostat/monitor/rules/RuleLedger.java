package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.monitor.ledger.Ledger;
import java.time.Duration;
import java.util.function.Supplier;

/** The rules as Kafka has them, and the one way in which this monitor changes them. Thread-safe. */
class RuleLedger extends Ledger<KnownRules, Rule> {

    /**
     * A ledger that is not followed yet.
     *
     * @param patience for how long a change is tried
     */
    RuleLedger(Supplier<RulesReader> readers, Supplier<RuleWriter> writers, Duration patience) {
        super("rule", readers, writers, patience);
    }

    @Override
    protected KnownRules with(KnownRules known, Rule changed) {
        return known.with(changed);
    }

    @Override
    protected boolean holds(KnownRules known, Rule changed) {
        return changed.equals(known.newest(changed.id()));
    }
}
