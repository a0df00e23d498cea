package io.homeostat.model.reading;

/** The well-formed byte sequences of UTF-8 (The Unicode Standard, table 3-7): no overlong forms, no surrogates. */
final class Utf8 {

    /** What {@link #after} answers for a sequence that is not well formed. */
    static final int MALFORMED = -1;

    private Utf8() {}

    /** The index after the sequence of several bytes that begins at {@code at}, or {@link #MALFORMED}. */
    static int after(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return continues(bytes, at + 1, at + 2, end) ? at + 2 : MALFORMED;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            if (!continues(bytes, at + 1, at + 3, end)) {
                return MALFORMED;
            }
            int second = bytes[at + 1] & 0xFF;
            boolean overlong = lead == 0xE0 && second < 0xA0;
            boolean surrogate = lead == 0xED && second > 0x9F;
            return overlong || surrogate ? MALFORMED : at + 3;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            if (!continues(bytes, at + 1, at + 4, end)) {
                return MALFORMED;
            }
            int second = bytes[at + 1] & 0xFF;
            boolean overlong = lead == 0xF0 && second < 0x90;
            boolean beyondUnicode = lead == 0xF4 && second > 0x8F;
            return overlong || beyondUnicode ? MALFORMED : at + 4;
        }
        return MALFORMED;
    }

    /** Whether the bytes are text: well formed and without the character U+0000. */
    static boolean isText(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] > 0) {
                at++;
            } else if (bytes[at] == 0) {
                return false;
            } else {
                at = after(bytes, at, bytes.length);
                if (at == MALFORMED) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean continues(byte[] bytes, int from, int to, int end) {
        if (to > end) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if ((bytes[at] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
