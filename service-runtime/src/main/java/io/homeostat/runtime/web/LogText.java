package io.homeostat.runtime.web;

import org.jspecify.annotations.Nullable;

/** Text from outside, made fit for a log: without control characters, and cut. */
public final class LogText {

    private static final int MAX_LENGTH = 200;

    private LogText() {}

    /** The text with each control character replaced, at most {@value #MAX_LENGTH} characters of it. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\u2028\u2029]", "?");
    }
}
