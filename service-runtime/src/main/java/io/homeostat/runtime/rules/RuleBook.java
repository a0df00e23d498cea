package io.homeostat.runtime.rules;

import io.homeostat.model.rule.Rule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The newest version of every rule, as the topic {@code rules} has it. Thread-safe: a reader takes an {@link Edition},
 * which never changes.
 */
public final class RuleBook {

    /**
     * The rules at one moment. Immutable.
     *
     * @param number counts the editions; another number means that a rule may have changed
     * @param rules every rule, the switched off and the deleted too
     */
    public record Edition(long number, Collection<Rule> rules) {}

    private final Map<String, Rule> rules = new HashMap<>();
    private final AtomicLong unreadable = new AtomicLong();
    private volatile Edition current = new Edition(0, List.of());

    /** The rules as they are now. */
    public Edition current() {
        return current;
    }

    /** How many records on the topic could not be read. */
    public long unreadable() {
        return unreadable.get();
    }

    synchronized void put(Rule rule) {
        rules.put(rule.id(), rule);
        publish();
    }

    synchronized void remove(String ruleId) {
        rules.remove(ruleId);
        publish();
    }

    void countUnreadable() {
        unreadable.incrementAndGet();
    }

    private void publish() {
        current = new Edition(current.number() + 1, List.copyOf(rules.values()));
    }
}
