package io.homeostat.model.reading;

import java.nio.charset.StandardCharsets;

/**
 * The double that is nearest to a JSON number.
 *
 * <p>A decimal of which the digits are an integer below 2^53 and the power of ten is at most 22 is that integer
 * multiplied or divided by a power that a double holds exactly; one IEEE operation rounds once, so the result is
 * correctly rounded (W. D. Clinger, How to Read Floating Point Numbers Accurately, PLDI 1990, section 3). All else goes
 * to {@link Double#parseDouble}.
 */
final class DecimalParser {

    private static final long MAX_EXACT = 1L << 53;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private DecimalParser() {}

    /** The value of the number, which follows JSON's grammar; infinite if it is beyond what a double holds. */
    static double parse(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        long digits = 0;
        int scale = 0;
        boolean fraction = false;
        for (int at = negative ? from + 1 : from; at < to; at++) {
            byte c = bytes[at];
            if (c == '.') {
                fraction = true;
            } else if (c > '9' || digits >= MAX_EXACT) {
                return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
            } else {
                digits = digits * 10 + (c - '0');
                if (fraction) {
                    scale++;
                }
            }
        }
        if (digits > MAX_EXACT || scale >= POWERS_OF_TEN.length) {
            return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        }
        double value = digits / POWERS_OF_TEN[scale];
        return negative ? -value : value;
    }
}
