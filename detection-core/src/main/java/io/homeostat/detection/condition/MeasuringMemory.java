package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/** A memory that works a measure out of readings and compares it with limits. */
abstract class MeasuringMemory implements Memory {

    private static final int UNSET = 0;
    private static final int SET = 1;

    private final Limits limits;
    private final Subject subject;

    MeasuringMemory(Limits limits, Subject subject) {
        this.limits = limits;
        this.subject = subject;
    }

    /** What is far beyond what a double holds is the most that it holds, so that every measure can be told. */
    static double finite(double measure) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, measure));
    }

    static void writeTime(ByteWriter out, long timeMillis) {
        out.writeByte(timeMillis == Long.MIN_VALUE ? UNSET : SET);
        if (timeMillis != Long.MIN_VALUE) {
            out.writeLong(timeMillis);
        }
    }

    static long readTime(ByteReader in) {
        return in.readByte() == UNSET ? Long.MIN_VALUE : in.readLong();
    }

    @Override
    public void pass(long toMillis, Verdicts to) {}

    @Override
    public long nextMillis() {
        return NEVER;
    }

    @Override
    public Finding judge(double measure) {
        return limits.judge(measure);
    }

    @Override
    public double limit(double measure) {
        return limits.limit(measure);
    }

    @Override
    public Reason reason(double measure) {
        return limits.reason(measure, subject);
    }
}
