package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import java.util.List;

/**
 * What a condition remembers of one series: a pure function of the readings so far, in the order of event time, and of
 * the time that has passed. Mutable, not thread-safe; taking a reading allocates nothing.
 */
public interface Memory {

    /** What {@link #nextMillis} answers where time alone brings nothing. */
    long NEVER = Long.MAX_VALUE;

    /** Takes the next reading; what time brought before it is told first. */
    void read(HeldReadings held, int index, Verdicts to);

    /** The sensor is expected to speak from a moment on; said before it ever did, and more than once perhaps. */
    default void expectFrom(long fromMillis) {}

    /** Lets event time pass to a moment, which brings the verdicts that wait for no reading. */
    void pass(long toMillis, Verdicts to);

    /** When time alone brings the next verdict; {@link #NEVER} where none is due. */
    long nextMillis();

    /** Up to which event time all verdicts are told, when the newest reading is of a given time. */
    default long toldToMillis(long readMillis) {
        return readMillis;
    }

    /** What the condition says of a measure that a verdict came with. */
    Finding judge(double measure);

    /** The limit that a measure passed, or is nearest to; {@code NaN} where there is none. */
    double limit(double measure);

    /** Why the latest verdict is as it is; its measure is given. */
    Reason reason(double measure);

    /** What the conditions said last that this one is put together from, in their order; empty where there are none. */
    default List<Statement> parts() {
        return List.of();
    }

    /** Becomes the same as another memory of the same form. */
    void copyFrom(Memory other);

    /** Writes the binary form. */
    void write(ByteWriter out);

    /** Reads what {@link #write} wrote, into a memory as new. */
    void read(ByteReader in);
}
