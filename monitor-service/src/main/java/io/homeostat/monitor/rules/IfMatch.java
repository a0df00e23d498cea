package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.monitor.ledger.Precondition;
import io.homeostat.runtime.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The version that somebody has seen of the rule that he changes. Immutable.
 *
 * @param header as it was sent: {@code "3"} with its quotes, several of them, or {@code *} for any; {@code null}: it was
 *     not
 */
record IfMatch(@Nullable String header) {

    /** A version as an entity tag. */
    static String tag(Rule rule) {
        return "\"" + rule.version() + "\"";
    }

    boolean isSent() {
        return header != null;
    }

    /**
     * Holds a change to the version that it was made for.
     *
     * @throws ProblemException 428 if none was named, 412 if the rule has another by now
     */
    void require(Rule current) {
        new Precondition(header).require("/api/rules/" + current.id(), tag(current), stale(current));
    }

    /**
     * Holds a change to the version that it was made for, where one is named.
     *
     * @throws ProblemException 412, if the rule has another by now
     */
    void requireIfSent(Rule current) {
        new Precondition(header).requireIfSent(tag(current), stale(current));
    }

    private String stale(Rule current) {
        return "The rule \"%s\" is at version %d and so not at the one that If-Match names, %s"
                .formatted(current.id(), current.version(), header);
    }
}
