package io.homeostat.runtime.logging;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside, made fit for a log, so that it can forge no line and turn no direction of writing. Each control
 * and format character and each line and paragraph separator becomes a question mark.
 */
public final class LogText {

    private static final int MAX_LENGTH = 200;
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private LogText() {}

    /** At most {@value #MAX_LENGTH} characters of a text, and an ellipsis where it was longer. */
    public static String of(@Nullable String text) {
        return text == null ? "" : of(text, MAX_LENGTH);
    }

    /** At most so many characters of a text, and an ellipsis where it was longer. */
    public static String of(String text, int length) {
        return whole(text.length() > length ? text.substring(0, length) + "…" : text);
    }

    /** All of a text, whose length has its bound elsewhere. */
    public static String whole(String text) {
        return UNSAFE.matcher(text).replaceAll("?");
    }
}
