package io.homeostat.producer.replay;

/** What becomes of a recording's times. */
enum Shift {
    /** All are moved by the same span, so that the last one is when the replay is to end. */
    END_NOW("end-now"),
    /** They stay as they are. */
    NONE("none");

    private final String label;

    Shift(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Shift of(String label) {
        for (Shift shift : values()) {
            if (shift.label.equals(label)) {
                return shift;
            }
        }
        throw new IllegalArgumentException("shift must be end-now or none, was \"" + label + "\"");
    }
}
