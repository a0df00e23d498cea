package io.homeostat.detection.condition;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the kind {@code baseline}: how many false alarms are allowed in which time, {@code 1 per P7D} unless given. */
final class FalseAlarmsParser {

    private static final Pattern RATE = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?) per (P[0-9A-Z.]{1,20})");
    private static final String USUAL = "1 per P7D";
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private FalseAlarmsParser() {}

    static Condition parse(Parameters when) {
        Matcher rate = RATE.matcher(when.text("falseAlarms", USUAL));
        if (rate.matches()) {
            double count = Double.parseDouble(rate.group(1));
            try {
                Duration period = Duration.parse(rate.group(2));
                boolean allowed = period.compareTo(Duration.ofMinutes(1)) >= 0 && period.compareTo(LONGEST) <= 0;
                if (count > 0 && allowed) {
                    return new BaselineCondition(count, period.toMillis());
                }
            } catch (DateTimeException | ArithmeticException e) {
                // said below, with what is allowed
            }
        }
        when.refuse("falseAlarms", "a number above 0, \"per\", and a duration from PT1M to P3660D, such as " + USUAL);
        return ConditionKind.never();
    }
}
