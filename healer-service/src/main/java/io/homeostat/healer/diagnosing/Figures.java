package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Answer;
import java.util.Locale;

/** How figures read in sentences: short, with their unit, the same in every place. */
final class Figures {

    private static final long SHORT_MILLIS = 100;
    private static final long LONG_MILLIS = 120_000;

    private Figures() {}

    /** {@code 4.2 s}, below a tenth of a second {@code 12 ms}, from two minutes on {@code 3 min}. */
    static String time(long millis) {
        if (millis < SHORT_MILLIS) {
            return millis + " ms";
        }
        return millis < LONG_MILLIS
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : Math.round(millis / 60_000.0) + " min";
    }

    /** {@code 97 %}. */
    static String share(double share) {
        return Math.round(share * 100) + " %";
    }

    /** {@code 12.5 MiB}. */
    static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }

    /** {@code 1,250/s}. */
    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%,.0f/s", perSecond);
    }

    /** {@code 12,500}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code phi 12.3}. */
    static String phi(double suspicion) {
        return String.format(Locale.ROOT, "phi %.1f", suspicion);
    }

    /** What came of asking, as the end of a sentence. */
    static String answer(Answer answer, String detail) {
        String words = switch (answer) {
            case UP -> "it says that it is well";
            case DOWN -> "it says that it is not well";
            case UNREADABLE -> "what it says is no such answer";
            case REFUSED -> "the connection is refused";
            case TIMED_OUT -> "no answer comes in time";
            case UNREACHABLE -> "its host cannot be reached";
            case NOT_ASKED -> "it was not asked";
        };
        return detail.isEmpty() ? words : words + ": " + detail;
    }
}
