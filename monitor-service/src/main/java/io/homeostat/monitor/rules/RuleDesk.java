package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.runtime.web.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Decides what becomes of the rules when somebody wants them otherwise. Thread-safe. */
final class RuleDesk {

    private static final int MOST_RULES = 500;

    private final RuleLedger ledger;
    private final RuleHistory history;
    private final RuleExaminer examiner;

    RuleDesk(RuleLedger ledger, RuleHistory history, RuleExaminer examiner) {
        this.ledger = ledger;
        this.history = history;
        this.examiner = examiner;
    }

    /** Makes a rule; one that was deleted goes on with its next version. */
    Rule create(Map<?, ?> sent) {
        Rule rule = examined(sent, null);
        return ledger.change(now -> created(now, rule));
    }

    /** Replaces a rule by another version of it. */
    Rule replace(String id, IfMatch seen, Map<?, ?> sent) {
        requireSent(id, seen);
        Rule rule = examined(sent, id);
        return ledger.change(now -> following(required(now, id, seen), rule, false));
    }

    /** Takes a rule away; its last version stays, marked as deleted. */
    Rule delete(String id, IfMatch seen) {
        requireSent(id, seen);
        return ledger.change(now -> {
            Rule current = required(now, id, seen);
            return following(current, current, true);
        });
    }

    /** Makes a new version of a rule that says what an old one said. */
    Rule rollBack(String id, IfMatch seen, int version) {
        ledger.known().get(id);
        Rule old = history.version(id, version)
                .orElseThrow(() -> ProblemException.unprocessable(
                        "The rule \"%s\" has no version %d; GET /api/rules/%s/versions lists those that it has."
                                .formatted(id, version, id)));
        if (old.deleted()) {
            throw ProblemException.unprocessable(
                    "Version %d of the rule \"%s\" is its deletion: DELETE takes it away.".formatted(version, id));
        }
        List<RuleFault> faults = examiner.faults(old);
        if (!faults.isEmpty()) {
            throw RuleProblems.invalid(faults);
        }
        return ledger.change(now -> {
            Rule current = now.get(id);
            seen.requireIfSent(current);
            return following(current, old, false);
        });
    }

    static Rule created(KnownRules now, Rule rule) {
        Rule before = now.newest(rule.id());
        if (before != null && !before.deleted()) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "There is a rule \"%s\" already, at version %d; PUT /api/rules/%s changes it."
                            .formatted(rule.id(), before.version(), rule.id()));
        }
        if (now.all().size() >= MOST_RULES) {
            throw ProblemException.unprocessable(
                    "There must be at most %d rules in all, and there are %d: delete one first, or let one rule be about"
                                    .formatted(MOST_RULES, now.all().size())
                            + " more sensors.");
        }
        return following(before, rule, false);
    }

    static Rule required(KnownRules now, String id, IfMatch seen) {
        Rule current = now.get(id);
        seen.require(current);
        return current;
    }

    /** The version after one, with what another says. */
    static Rule following(@Nullable Rule before, Rule content, boolean deleted) {
        return content.withVersion(before == null ? 1 : before.version() + 1, deleted);
    }

    /** What lacks its condition is refused before anything is written, as far as is known here. */
    private void requireSent(String id, IfMatch seen) {
        if (!seen.isSent()) {
            seen.require(ledger.known().get(id));
        }
    }

    Rule examined(Map<?, ?> sent, @Nullable String id) {
        try {
            return examiner.examine(sent, id);
        } catch (RuleFormatException e) {
            if (id != null) {
                // what is not there is not found, however wrong the body
                ledger.known().get(id);
            }
            throw RuleProblems.invalid(e.faults());
        }
    }
}
