package io.homeostat.detection.condition;

import io.homeostat.detection.condition.CompositeCondition.Combination;
import io.homeostat.detection.forecast.Normal;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The kinds of condition that a rule can name, each with the parameters that it takes: the one place in which a kind
 * is made known.
 */
public enum ConditionKind {
    /** Beyond a limit: {@code above} and/or {@code below}, or {@code outside: [low, high]}. */
    THRESHOLD {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            return new ValueCondition(LimitsParser.open(when, clear));
        }
    },
    /** Outside {@code min} to {@code max}. */
    RANGE {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            double min = when.number("min");
            return new ValueCondition(LimitsParser.between(when, clear, "max", min, when.number("max")));
        }
    },
    /** Several limits in one direction, each with a severity. */
    LEVELS {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            return LevelsParser.parse(when, clear);
        }
    },
    /** The change from the reading before, taken for a span of time. */
    RATE {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            return new RateCondition(LimitsParser.open(when, clear), when.millis("per", MINUTE));
        }
    },
    /** An aggregate over a window of event time. */
    WINDOW {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            return WindowParser.parse(when, clear);
        }
    },
    /** Hardly any change for a time. */
    FLATLINE {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            double tolerance = when.number("tolerance", 0);
            if (tolerance < 0) {
                when.refuse("tolerance", "at least 0");
            }
            double clearAbove = clear.number("above", tolerance);
            if (clearAbove < tolerance) {
                clear.refuse("above", "at least the tolerance " + tolerance);
            }
            return new FlatlineCondition(tolerance, clearAbove, when.millis("duration"));
        }
    },
    /** A value far from its neighbours. */
    SPIKE {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            double above = when.number("above");
            if (above < 0) {
                when.refuse("above", "at least 0");
            }
            return new SpikeCondition(LimitsParser.between(when, clear, "above", Double.NEGATIVE_INFINITY, above));
        }
    },
    /** Far from what the other sensors of the group read. */
    DEVIATION {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            double above = when.number("above");
            if (above < 0) {
                when.refuse("above", "at least 0");
            }
            int quorum = when.wholeNumber("quorum", USUAL_QUORUM, 1, MOST_WITNESSES);
            return new DeviationCondition(
                    LimitsParser.between(when, clear, "above", Double.NEGATIVE_INFINITY, above), quorum);
        }
    },
    /** No reading for a time. */
    MISSING {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            return new MissingCondition(when.millis("duration"));
        }
    },
    /** New to the series, by what was learned of it. */
    BASELINE {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            return FalseAlarmsParser.parse(when);
        }
    },
    /** Will pass a limit within a time. */
    FORECAST {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            if (when.has("above") == when.has("below")) {
                when.refuse("above", "given, or below, not both");
            }
            Limits limits = LimitsParser.between(
                    when,
                    clear,
                    "above",
                    when.number("below", Double.NEGATIVE_INFINITY),
                    when.number("above", Double.POSITIVE_INFINITY));
            double confidence = when.number("confidence", USUAL_CONFIDENCE);
            if (confidence < 0.5 || confidence > 0.999) {
                when.refuse("confidence", "from 0.5 to 0.999");
            }
            return new ForecastCondition(limits, when.millis("within"), Normal.quantile(confidence));
        }
    },
    /** What a person wrote as an expression. */
    EXPRESSION {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            return ExpressionParser.parse(when);
        }
    },
    /** Each of some conditions. */
    ALL {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            return new CompositeCondition(Combination.ALL, parts(when));
        }
    },
    /** One of some conditions, or more. */
    ANY {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            return new CompositeCondition(Combination.ANY, parts(when));
        }
    },
    /** The opposite of a condition. */
    NOT {
        @Override
        Condition parse(Parameters when, Parameters clear) {
            Parameters inside = when.inside("condition", when.object("condition"));
            return new CompositeCondition(Combination.NOT, List.of(part(inside)));
        }
    };

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final double USUAL_CONFIDENCE = 0.9;
    private static final int USUAL_QUORUM = 3;

    /** How many other sensors of a group are asked at most. */
    public static final int MOST_WITNESSES = 32;

    private static final int MOST_PARTS = 16;
    private static final int DEEPEST = 4;

    abstract Condition parse(Parameters when, Parameters clear);

    /**
     * The condition that a rule asks for. Where a kind is unknown, or a parameter is missing, unknown or beyond its range,
     * that is added to the faults, and the condition is good for nothing.
     */
    public static Condition of(Rule rule, List<RuleFault> faults) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("kind", rule.when().kind());
        written.putAll(rule.when().parameters());
        Rule.Clear clear = rule.clear();
        Parameters clearBand = new Parameters("clear", clear == null ? Map.of() : clear.limits(), faults);
        return parseAny(new Parameters("when", written, faults), clearBand);
    }

    private static Condition parseAny(Parameters when, Parameters clear) {
        String label = when.word("kind", labels());
        for (ConditionKind kind : values()) {
            if (kind.label().equals(label)) {
                Condition condition = kind.parse(when, clear);
                when.refuseUnread();
                clear.refuseUnread();
                return condition;
            }
        }
        return never();
    }

    /** The conditions that another is put together from; the band in which it clears is theirs alone. */
    private static Condition part(Parameters when) {
        if (when.depth() > DEEPEST) {
            when.refuse("kind", "a condition that is at most " + DEEPEST + " deep");
            return never();
        }
        return parseAny(when, when.inside("clear", Map.of()));
    }

    private static List<Condition> parts(Parameters when) {
        List<Map<String, Object>> written = when.objects("conditions", MOST_PARTS);
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            parts.add(part(when.inside("conditions[" + i + "]", written.get(i))));
        }
        return parts.isEmpty() ? List.of(never()) : parts;
    }

    /** The condition that nothing breaches. */
    public static Condition never() {
        return new ValueCondition(
                new Limits(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, Double.NaN));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<String> labels() {
        return Stream.of(values()).map(ConditionKind::label).toList();
    }
}
