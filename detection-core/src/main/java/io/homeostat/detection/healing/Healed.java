package io.homeostat.detection.healing;

import io.homeostat.model.correction.QualityFlag;
import java.util.Locale;

/**
 * What has become of one reading. Mutable and used again for the next, so that a reading allocates nothing; not
 * thread-safe.
 */
public final class Healed {

    private long timeMillis;
    private double raw;
    private double value;
    private double uncertainty;
    private QualityFlag flag = QualityFlag.NOT_EVALUATED;
    private FaultKind kind = FaultKind.NONE;
    private String method = "none";

    void begin(long time, double rawValue) {
        timeMillis = time;
        raw = rawValue;
        left(rawValue);
        flag = QualityFlag.GOOD;
        kind = FaultKind.NONE;
    }

    void judged(FaultKind found, QualityFlag how) {
        kind = found;
        flag = how;
    }

    void mended(double mendedValue, double variance, String by) {
        value = mendedValue;
        uncertainty = Math.sqrt(variance);
        method = by;
    }

    void left(double rawValue) {
        value = rawValue;
        uncertainty = Double.NaN;
        method = "none";
    }

    void untrusted() {
        value = Double.NaN;
        uncertainty = Double.NaN;
        method = "none";
    }

    /** When it was taken, as far as can be told: not always what its time stamp says. */
    public long timeMillis() {
        return timeMillis;
    }

    /** The value to use; NaN says that there is none to trust. */
    public double value() {
        return value;
    }

    /** One standard deviation of the value; NaN where it is not known, or where the value was left as it came. */
    public double uncertainty() {
        return uncertainty;
    }

    /** How good the reading is. */
    public QualityFlag flag() {
        return flag;
    }

    /** What is the matter with it. */
    public FaultKind kind() {
        return kind;
    }

    /** How the value was found. */
    public String method() {
        return method;
    }

    /** Why, as a sentence for people. */
    public String sentence() {
        String what = Double.isNaN(raw) ? "No reading" : String.format(Locale.ROOT, "%.2f", raw);
        String so;
        if (Double.isNaN(value)) {
            so = "there is no value to trust";
        } else if (method.equals("none")) {
            so = "it is left as it came";
        } else {
            so = String.format(Locale.ROOT, "%.2f stands in for it (%s)", value, method);
        }
        return what + ": " + kind.words() + "; " + so;
    }
}
