package io.homeostat.model.reading;

import java.nio.charset.StandardCharsets;

/** The text of a string that a {@link JsonScanner} found to be well formed. */
final class JsonText {

    private JsonText() {}

    static String of(byte[] bytes, JsonToken token) {
        String raw = new String(bytes, token.start, token.end - token.start, StandardCharsets.UTF_8);
        return token.escaped ? unescape(raw) : raw;
    }

    /** Whether each surrogate stands in a pair, so that the text can be written as UTF-8; escapes can make others. */
    static boolean isWritable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (!pair) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    private static String unescape(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = raw.charAt(++at);
            switch (escape) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(raw, at + 1, at + 5, 16));
                    at += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }
}
