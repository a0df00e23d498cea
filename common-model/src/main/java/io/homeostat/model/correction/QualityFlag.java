package io.homeostat.model.correction;

/** How good a reading is: the flags of QARTOD (IOOS, Manual for Real-Time Quality Control, section 2). */
public enum QualityFlag {
    GOOD(1),
    NOT_EVALUATED(2),
    SUSPECT(3),
    FAIL(4),
    MISSING(9);

    private final int code;

    QualityFlag(int code) {
        this.code = code;
    }

    /** The standard's number, as it stands in JSON. */
    public int code() {
        return code;
    }

    /**
     * The flag with a number.
     *
     * @throws IllegalArgumentException if the standard has no flag of that number
     */
    public static QualityFlag of(int code) {
        for (QualityFlag flag : values()) {
            if (flag.code == code) {
                return flag;
            }
        }
        throw new IllegalArgumentException("a quality flag must be 1, 2, 3, 4 or 9, was " + code);
    }
}
