package io.homeostat.monitor.rules;

import io.homeostat.model.MessageJson;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.runtime.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** What other rooms may ask of the rules. Thread-safe. */
@Component
public class RuleQuestions {

    /** The id of a draft that has none. */
    public static final String UNNAMED = "_draft";

    private final RuleLedger ledger;
    private final RuleDesk desk;
    private final RuleHistory history;

    RuleQuestions(RuleLedger ledger, RuleDesk desk, RuleHistory history) {
        this.ledger = ledger;
        this.desk = desk;
        this.history = history;
    }

    /**
     * The JSON object in a call's body.
     *
     * @throws ProblemException 413 if it is too large, 400 if it cannot be read, 422 if it is no object
     */
    public static Map<?, ?> body(HttpServletRequest request) throws IOException {
        return RuleBody.read(request);
    }

    /**
     * The JSON object in a text, such as a parameter's.
     *
     * @throws ProblemException 400 if it is no JSON, 422 if it is no object
     */
    public static Map<?, ?> object(String json) {
        try {
            if (MessageJson.mapper().readValue(json, Object.class) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (JacksonException e) {
            throw ProblemException.badRequest("The rule must be JSON: " + e.getOriginalMessage());
        }
        throw RuleProblems.invalid(List.of(new RuleFault("rule", json, "an object, as in POST /api/rules")));
    }

    /**
     * A rule that somebody tries before it is made: in force whatever it says of that, and without an id if need be.
     *
     * @throws ProblemException 422 with all that is wrong with it
     */
    public Rule draft(@Nullable Object sent) {
        if (!(sent instanceof Map<?, ?> map)) {
            throw RuleProblems.invalid(List.of(new RuleFault("rule", sent, "an object, as in POST /api/rules")));
        }
        Map<Object, @Nullable Object> draft = new LinkedHashMap<>(map);
        draft.putIfAbsent("id", UNNAMED);
        if (draft.get("enabled") instanceof Boolean) {
            draft.put("enabled", true);
        }
        return desk.examined(draft, null);
    }

    /** A rule's newest version, which may be its deletion; empty where there never was such a rule. */
    public Optional<Rule> newest(String id) {
        return Optional.ofNullable(ledger.known().newest(id));
    }

    /**
     * A rule that is there.
     *
     * @throws ProblemException 404, if there is none, or it is deleted
     */
    public Rule existing(String id) {
        return ledger.known().get(id);
    }

    /** One version of a rule; empty if the history has none of that number. */
    public Optional<Rule> version(String id, int version) {
        Rule newest = ledger.known().newest(id);
        return newest != null && newest.version() == version ? Optional.of(newest) : history.version(id, version);
    }

    /** The version of a rule that was in force at a moment of wall time; empty if it was made later. */
    public Optional<Rule> inForceAt(String id, Instant moment) {
        return history.inForceAt(id, moment);
    }
}
