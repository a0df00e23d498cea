package io.homeostat.runtime.rules;

import io.homeostat.model.rule.Rule;
import java.util.Collection;
import java.util.function.Function;

/**
 * The rules as a task judges by them: those of a {@link RuleBook}, in the form that the service has made of them. They
 * change only when they are renewed, so that a batch is judged by one edition; and they are made anew only when a rule
 * may have changed, so that the same object stands for the same rules. Belongs to the task's stream thread.
 *
 * @param <T> the rules in the service's own form
 */
public final class RulesInForce<T> {

    private static final long INTERVAL_MILLIS = 500;

    private final RuleBook book;
    private final Function<Collection<Rule>, T> form;
    private RuleBook.Edition edition;
    private T rules;
    private long nextLookMillis = Long.MIN_VALUE;

    /**
     * The rules as they are now.
     *
     * @param form makes the service's form of every rule, the switched off and the deleted too
     */
    public RulesInForce(RuleBook book, Function<Collection<Rule>, T> form) {
        this.book = book;
        this.form = form;
        this.edition = book.current();
        this.rules = form.apply(edition.rules());
    }

    /** The rules of the last renewal. */
    public T get() {
        return rules;
    }

    /** Takes the newest rules, half a second after the last look at the earliest; tells whether they are others now. */
    public boolean renew(long nowMillis) {
        if (nowMillis < nextLookMillis) {
            return false;
        }
        nextLookMillis = nowMillis + INTERVAL_MILLIS;
        RuleBook.Edition newest = book.current();
        if (newest.number() == edition.number()) {
            return false;
        }
        edition = newest;
        rules = form.apply(newest.rules());
        return true;
    }
}
