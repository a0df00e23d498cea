package io.homeostat.detection.window;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is worked out of the values of a window. Immutable.
 *
 * @param kind which aggregate
 * @param percent the percentile asked for, above 0 and at most 100; without meaning for other kinds
 */
public record Aggregate(Kind kind, double percent) {

    /** The kinds of aggregate: the one place in which one is made known. */
    public enum Kind {
        MEAN {
            @Override
            Panes panes(int count, double percent) {
                return new Moments(count, false);
            }
        },
        MIN {
            @Override
            Panes panes(int count, double percent) {
                return new Extremes(count, false);
            }
        },
        MAX {
            @Override
            Panes panes(int count, double percent) {
                return new Extremes(count, true);
            }
        },
        /** The standard deviation of the population. */
        STDDEV {
            @Override
            Panes panes(int count, double percent) {
                return new Moments(count, true);
            }
        },
        PERCENTILE {
            @Override
            Panes panes(int count, double percent) {
                return new Percentiles(count, percent);
            }
        },
        COUNT {
            @Override
            Panes panes(int count, double percent) {
                return new Counts(count);
            }
        };

        abstract Panes panes(int count, double percent);

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The kind of a name.
     *
     * @throws IllegalArgumentException if there is no such
     */
    public static Kind kind(String name) {
        return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The names of all kinds. */
    public static List<String> names() {
        return Stream.of(Kind.values()).map(Kind::label).toList();
    }

    /** Whether it says something of no values at all. */
    public boolean knowsEmptiness() {
        return kind == Kind.COUNT;
    }

    /** How many panes a window may have: sketches are larger. */
    public int mostPanes() {
        return kind == Kind.PERCENTILE ? 16 : 64;
    }

    /** Empty panes. */
    public Panes panes(int count) {
        return kind.panes(count, percent);
    }

    /** How it is called in a sentence. */
    public String words() {
        return switch (kind) {
            case MEAN -> "mean";
            case MIN -> "least value";
            case MAX -> "greatest value";
            case STDDEV -> "standard deviation";
            case PERCENTILE -> percent + "th percentile";
            case COUNT -> "count";
        };
    }

    /** How it stands in the arguments of a reason. */
    public String label() {
        return kind == Kind.PERCENTILE ? kind.label() + " " + percent : kind.label();
    }

    /** A number that stands for what its panes mean. */
    public int form() {
        return Objects.hash(kind.label(), percent);
    }
}
