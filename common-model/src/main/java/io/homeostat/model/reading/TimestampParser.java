package io.homeostat.model.reading;

/**
 * Epoch milliseconds of an ISO-8601 date and time with an offset, such as {@code 2026-11-23T08:15:00.250Z}.
 *
 * <p>Seconds and their fraction (1 to 9 digits, cut to milliseconds) may be left out; the offset is {@code Z} or
 * {@code +hh}, {@code +hhmm} or {@code +hh:mm}, up to 18 hours either way. The calendar is the proleptic Gregorian one.
 */
final class TimestampParser {

    /** What is answered for text that is no such time. */
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private TimestampParser() {}

    static long parse(byte[] b, int from, int to) {
        // The shortest is 2026-11-23T08:15Z.
        if (to - from < 17 || b[from + 4] != '-' || b[from + 7] != '-' || b[from + 13] != ':') {
            return UNREADABLE;
        }
        if (b[from + 10] != 'T' && b[from + 10] != 't') {
            return UNREADABLE;
        }
        int century = twoDigits(b, from);
        int yearOfCentury = twoDigits(b, from + 2);
        int month = twoDigits(b, from + 5);
        int day = twoDigits(b, from + 8);
        int hour = twoDigits(b, from + 11);
        int minute = twoDigits(b, from + 14);
        if ((century | yearOfCentury | hour | minute) < 0 || month < 1 || month > 12 || hour > 23 || minute > 59) {
            return UNREADABLE;
        }
        int year = century * 100 + yearOfCentury;
        if (day < 1 || day > daysInMonth(year, month)) {
            return UNREADABLE;
        }
        int at = from + 16;
        int second = 0;
        int millis = 0;
        if (b[at] == ':') {
            second = at + 3 < to ? twoDigits(b, at + 1) : -1;
            if (second < 0 || second > 59) {
                return UNREADABLE;
            }
            at += 3;
            if (b[at] == '.') {
                int digits = 0;
                int weight = 100;
                at++;
                while (at < to && b[at] >= '0' && b[at] <= '9') {
                    millis += (b[at] - '0') * weight;
                    weight /= 10;
                    digits++;
                    at++;
                }
                if (digits == 0 || digits > 9) {
                    return UNREADABLE;
                }
            }
        }
        int offsetMinutes = offsetMinutes(b, at, to);
        if (offsetMinutes == Integer.MIN_VALUE) {
            return UNREADABLE;
        }
        long minutes = (epochDay(year, month, day) * 24 + hour) * 60 + minute - offsetMinutes;
        return (minutes * 60 + second) * 1000 + millis;
    }

    private static int offsetMinutes(byte[] b, int at, int to) {
        int length = to - at;
        if (length == 1 && (b[at] == 'Z' || b[at] == 'z')) {
            return 0;
        }
        boolean known = length == 3 || length == 5 || length == 6;
        if (!known || (b[at] != '+' && b[at] != '-')) {
            return Integer.MIN_VALUE;
        }
        if (length == 6 && b[at + 3] != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = twoDigits(b, at + 1);
        int minutes = length == 3 ? 0 : twoDigits(b, to - 2);
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > MAX_OFFSET_MINUTES) {
            return Integer.MIN_VALUE;
        }
        return b[at] == '-' ? -(hours * 60 + minutes) : hours * 60 + minutes;
    }

    private static int twoDigits(byte[] b, int at) {
        int tens = b[at] - '0';
        int ones = b[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
    }

    private static int daysInMonth(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since 1970-01-01, counted in years that begin in March, so that the leap day is the last of its year. */
    private static long epochDay(int year, int month, int day) {
        int marchYear = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(marchYear, 400);
        int yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468L;
    }
}
