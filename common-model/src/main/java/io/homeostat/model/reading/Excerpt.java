package io.homeostat.model.reading;

import java.nio.charset.StandardCharsets;

/** A piece of what came from outside, cut and escaped so that it can stand in a sentence, a header or a log line. */
final class Excerpt {

    /** The most characters that are shown. */
    static final int MAX_LENGTH = 80;

    private Excerpt() {}

    static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static String of(byte[] bytes, int from, int to) {
        int length = to - from;
        String text = new String(bytes, from, Math.min(length, 4 * MAX_LENGTH), StandardCharsets.UTF_8);
        if (text.length() <= MAX_LENGTH && length <= 4 * MAX_LENGTH) {
            return quote(text);
        }
        return quote(text.substring(0, Math.min(text.length(), MAX_LENGTH))) + "… (" + length + " bytes)";
    }

    static String of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return quote(text);
        }
        return quote(text.substring(0, MAX_LENGTH)) + "… (" + text.length() + " characters)";
    }

    static String ofByte(byte b) {
        return b >= ' ' && b < 0x7F ? "'" + (char) b + "'" : "the byte 0x%02X".formatted(b & 0xFF);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isUnsafe(c)) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Controls, line and paragraph separators, and formats such as the marks that turn the direction of text. */
    private static boolean isUnsafe(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
