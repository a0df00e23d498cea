package io.homeostat.detection.condition;

import io.homeostat.detection.window.Aggregate;

/** Reads the kind {@code window}: an aggregate over windows of a size that slide, or over sessions. */
final class WindowParser {

    private WindowParser() {}

    static Condition parse(Parameters when, Parameters clear) {
        Limits limits = LimitsParser.open(when, clear);
        Aggregate aggregate = aggregate(when);
        if (when.has("session")) {
            if (when.has("size") || when.has("slide")) {
                when.refuse("session", "given alone: it stands for size and slide");
            }
            when.knows("size", "slide");
            return new SessionCondition(limits, aggregate, when.millis("session"));
        }
        long size = when.millis("size");
        long slide = when.millis("slide", size);
        if (slide > size) {
            when.refuse("slide", "at most the size");
        } else if (WindowCondition.panes(size, slide) > aggregate.mostPanes()) {
            when.refuse(
                    "slide",
                    "such that size and slide have a common divisor of at least 1/" + aggregate.mostPanes()
                            + " of the size, for this aggregate");
        }
        return new WindowCondition(limits, aggregate, size, slide);
    }

    private static Aggregate aggregate(Parameters when) {
        String name = when.word("aggregate", Aggregate.names());
        Aggregate.Kind kind = name == null ? Aggregate.Kind.MEAN : Aggregate.kind(name);
        if (kind != Aggregate.Kind.PERCENTILE) {
            return new Aggregate(kind, 0);
        }
        double percent = when.number("percentile");
        if (percent <= 0 || percent > 100) {
            when.refuse("percentile", "above 0 and at most 100");
        }
        return new Aggregate(kind, percent);
    }
}
