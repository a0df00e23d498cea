package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.model.correction.QualityFlag;
import java.util.Arrays;

/**
 * Sensors that measure the same thing and are each other's witnesses: takes their readings once, in order of arrival, and
 * tells of each what is the matter and which value stands in. Mutable, not thread-safe; at most 4 KiB a sensor, below 3 µs
 * and no allocation a reading, however many sensors there are.
 */
public final class SensorGroup {

    /** Hears of values for readings that never came. */
    @FunctionalInterface
    public interface FillSink {

        /** One value at the time at which its reading was due. */
        void filled(int sensor, Healed healed);
    }

    private static final int CHECKED_A_READING = 2;
    private static final double OVERDUE = 1.2;
    private static final long LONGEST_FILL_MILLIS = 24 * 3_600_000L;
    private static final long LONGEST_ALONE_MILLIS = 6 * 3_600_000L;
    private static final int MOST_AT_ONCE = 1_500;

    private final Evidence evidence = new Evidence();
    private final Healed filling = new Healed();
    private final Mending mending;
    private SensorTrack[] tracks = new SensorTrack[4];
    private int size;
    private int cursor;

    /** A group without sensors that mends as is best. */
    public SensorGroup() {
        mending = new Auto();
    }

    /** Adds a sensor and answers its number, from 0. */
    public int add(SensorProfile profile) {
        if (size == tracks.length) {
            tracks = Arrays.copyOf(tracks, 2 * size);
        }
        int number = size++;
        SensorTrack track = new SensorTrack(profile);
        tracks[number] = track;
        for (int other = number - 1; other >= Math.max(0, number - Witnesses.MOST); other--) {
            track.witnesses().add(other);
            tracks[other].witnesses().add(number);
        }
        return number;
    }

    /** How many sensors there are. */
    public int size() {
        return size;
    }

    /**
     * Takes the next reading.
     *
     * @param stampMillis the time stamp that it carries
     * @param value the value, NaN where it is no number
     * @param healed what has become of it
     * @param fills hears of what stands in for readings that never came, before this one
     */
    public void take(int sensor, long stampMillis, double value, Healed healed, FillSink fills) {
        SensorTrack track = tracks[sensor];
        long siblingsMillis = siblingsMillis(track);
        long lastMillis = track.filledMillis();
        long time = track.clock().take(stampMillis, siblingsMillis);
        track.gather(evidence, tracks, time);
        evidence.raw = value;
        healed.begin(time, value);
        judge(track, healed);
        if (lastMillis != Long.MIN_VALUE && !track.clock().isLate()) {
            fillGap(sensor, lastMillis, time, healed, fills);
        }
        if (siblingsMillis != Long.MIN_VALUE) {
            for (int i = 0; i < CHECKED_A_READING; i++) {
                cursor = cursor + 1 < size ? cursor + 1 : 0;
                if (cursor != sensor) {
                    fillDue(cursor, siblingsMillis, fills);
                }
            }
        }
    }

    /** The second newest of the siblings' clocks: one that is wrong does no harm. */
    private long siblingsMillis(SensorTrack track) {
        long newest = Long.MIN_VALUE;
        long second = Long.MIN_VALUE;
        Witnesses witnesses = track.witnesses();
        for (int i = 0; i < witnesses.size(); i++) {
            long now = tracks[witnesses.sibling(i)].clock().nowMillis();
            if (now > newest) {
                second = newest;
                newest = now;
            } else if (now > second) {
                second = now;
            }
        }
        return second != Long.MIN_VALUE ? second : newest;
    }

    private void judge(SensorTrack track, Healed healed) {
        boolean late = track.clock().isLate();
        if (!Double.isFinite(evidence.raw)) {
            mend(track, FaultKind.DROPOUT, QualityFlag.MISSING, healed);
            return;
        }
        track.convert(evidence);
        if (!late) {
            track.see(evidence.raw);
        }
        if (!evidence.unitSlipped && !track.profile().allows(evidence.raw)) {
            mend(track, FaultKind.OUT_OF_RANGE, QualityFlag.FAIL, healed);
            return;
        }
        if (late) {
            return;
        }
        FaultKind kind = FaultKind.NONE;
        boolean corrects = false;
        if (track.isWarm()) {
            kind = track.diagnosis().judge(evidence, track, tracks);
            corrects = track.diagnosis().corrects();
        } else {
            track.diagnosis().trust();
        }
        if (corrects) {
            mend(track, kind, QualityFlag.FAIL, healed);
        } else if (kind != FaultKind.NONE && kind != FaultKind.EVENT) {
            healed.judged(kind, QualityFlag.SUSPECT);
        } else if (track.clock().hasJumped()) {
            healed.judged(FaultKind.CLOCK_JUMP, QualityFlag.SUSPECT);
        } else {
            healed.judged(kind, QualityFlag.GOOD);
        }
        track.learn(evidence);
    }

    private void mend(SensorTrack track, FaultKind kind, QualityFlag flag, Healed healed) {
        healed.judged(kind, flag);
        boolean stale = !evidence.isWitnessed()
                && !evidence.unitSlipped
                && evidence.timeMillis - track.learnedMillis() > LONGEST_ALONE_MILLIS;
        if (stale || !mending.mend(evidence, kind, healed)) {
            healed.untrusted();
        }
    }

    /** What never came between two readings, once the second is there: only what was not filled in already. */
    private void fillGap(int sensor, long fromMillis, long toMillis, Healed returned, FillSink fills) {
        SensorTrack track = tracks[sensor];
        long interval = track.clock().intervalMillis();
        if (interval <= 0 || toMillis - fromMillis < 1.5 * interval) {
            return;
        }
        boolean back = returned.flag() == QualityFlag.GOOD;
        long due = fromMillis + interval;
        double before = evidence.lastLevel;
        for (int i = 0; i < MOST_AT_ONCE && toMillis - due > 0.5 * interval; i++) {
            track.gather(evidence, tracks, due);
            evidence.raw = Double.NaN;
            evidence.before = before;
            evidence.following = back ? returned.value() : Double.NaN;
            evidence.shareOfGap = (due - fromMillis) / (double) (toMillis - fromMillis);
            filling.begin(due, Double.NaN);
            filling.judged(FaultKind.DROPOUT, QualityFlag.MISSING);
            boolean trusted = evidence.isWitnessed() || due - fromMillis <= LONGEST_ALONE_MILLIS;
            if (INTERPOLATE.mend(evidence, FaultKind.DROPOUT, filling)
                    || (trusted && FILL.mend(evidence, FaultKind.DROPOUT, filling))) {
                fills.filled(sensor, filling);
            }
            due += interval;
        }
    }

    /** What is overdue while the siblings go on. */
    private void fillDue(int sensor, long siblingsMillis, FillSink fills) {
        SensorTrack track = tracks[sensor];
        long interval = track.clock().intervalMillis();
        long from = track.filledMillis();
        if (interval <= 0 || from == Long.MIN_VALUE || !track.isWarm()) {
            return;
        }
        long due = from + interval;
        if (siblingsMillis - due < OVERDUE * interval || due - track.clock().nowMillis() > LONGEST_FILL_MILLIS) {
            return;
        }
        track.gather(evidence, tracks, due);
        if (!evidence.isWitnessed()) {
            return;
        }
        track.allowForEvent(evidence);
        evidence.raw = Double.NaN;
        filling.begin(due, Double.NaN);
        filling.judged(FaultKind.DROPOUT, QualityFlag.MISSING);
        if (FILL.mend(evidence, FaultKind.DROPOUT, filling)) {
            track.filled(due);
            fills.filled(sensor, filling);
        }
    }

    private static final Fill FILL = new Fill();
    private static final Interpolate INTERPOLATE = new Interpolate();

    /** Writes a sensor's state. */
    public void write(int sensor, ByteWriter out) {
        tracks[sensor].write(out);
    }

    /** Gives a sensor the state that was written, into a group whose sensors were added in the same order. */
    public void read(int sensor, ByteReader in) {
        tracks[sensor].read(in);
    }
}
