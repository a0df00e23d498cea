package io.homeostat.monitor.explaining;

import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.condition.Statement;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.rule.Rule;
import io.homeostat.monitor.past.RaisedAlert;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a rule that was in force for a sensor did or did not fire at a moment, found in what was judged again. Stateless. */
final class WhyNot {

    /** From so many readings on a learned rule is robust. */
    private static final int LEARNED_READINGS = 100;

    private WhyNot() {}

    static Answer of(Rule rule, Reexamination seen, Instant at, Duration lateness) {
        RaisedAlert alert = seen.alert();
        if (alert != null && alert.state() != AlertState.PENDING && alert.fired()) {
            return new Answer("fired", "It did fire: %s.".formatted(alert.reason()));
        }
        JudgedReading newest = seen.newest();
        if (newest != null && newest.tooLate()) {
            return new Answer(
                    "too-late",
                    "The reading came more than %s behind the sensor's newest, and so moves no alert."
                            .formatted(words(lateness)));
        }
        Statement said = seen.statement();
        Finding finding = said.finding();
        Held held = held(rule, alert, at);
        if (held != null) {
            return new Answer(
                    "held",
                    "%s, but for %s s only of the %s s that the rule asks for."
                            .formatted(reason(said), held.seconds(), held.of()));
        }
        if (finding == null) {
            return warmingUp(seen);
        }
        boolean learns = rule.when().kind().equals("baseline") && seen.judged() < LEARNED_READINGS;
        if (learns && finding != Finding.BREACH) {
            return warmingUp(seen);
        }
        return switch (finding) {
            case BREACH ->
                new Answer(
                        "not-opened",
                        "%s, and yet no alert was open: an earlier one has just ended.".formatted(reason(said)));
            case BETWEEN ->
                new Answer(
                        "between",
                        "It lies between the limit and the clear limit, where an open alert stays open and none begins: %s."
                                .formatted(reason(said)));
            case CLEAR -> clear(said);
        };
    }

    /** For how long a breach has held that is only pending; {@code null} where none is. */
    static @Nullable Held held(Rule rule, @Nullable RaisedAlert alert, Instant at) {
        return alert == null || alert.state() != AlertState.PENDING
                ? null
                : new Held(
                        Duration.between(alert.openedAt(), at).toMillis() / 1000.0,
                        rule.holdFor().toMillis() / 1000.0);
    }

    private static Answer clear(Statement said) {
        double distance = Math.abs(said.limit() - said.measure());
        if (!said.parts().isEmpty() || !Double.isFinite(distance)) {
            return new Answer("not-breached", "It is no breach: %s.".formatted(reason(said)));
        }
        return said.measure() <= said.limit()
                ? new Answer("below-limit", "%s: it is below by %s.".formatted(reason(said), rounded(distance)))
                : new Answer("not-breached", "%s: it is above by %s.".formatted(reason(said), rounded(distance)));
    }

    private static Answer warmingUp(Reexamination seen) {
        return new Answer(
                "in-warm-up",
                "After %d readings the rule cannot say anything yet: its window is not over, or it has learned too little."
                        .formatted(seen.readings().stream()
                                .filter(judged -> !judged.tooLate())
                                .count()));
    }

    private static String reason(Statement said) {
        var reason = said.reason();
        return reason == null ? "nothing was said" : reason.sentence();
    }

    private static double rounded(double distance) {
        return Math.round(distance * 1e6) / 1e6;
    }

    private static String words(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }
}
