package io.homeostat.detection.series;

import io.homeostat.detection.alert.AlertTrack;
import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.lateness.PageSink;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.detection.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of one series to judge its readings: a plain value with its own binary form. Mutable, not
 * thread-safe; at most 3.6 KiB of readings and 256 bytes for each rule.
 *
 * <p>The binary form is a set of pages: page 0, the head, with everything but full pages of held readings, and those
 * (see {@link HeldReadings}). The head begins with a version byte.
 */
public final class SeriesState {

    /** How many pages there can be, the head included. */
    public static final int PAGES = 1 + HeldReadings.SLOTS;

    static final int VERSION = 1;

    private static final long NEVER = Long.MIN_VALUE;

    final HeldReadings held = new HeldReadings();
    final List<AlertTrack> tracks = new ArrayList<>(1);

    long newestMillis = NEVER;
    long newestCameAtMillis;
    /** The latest event time at which a timer was over that no reading had reached yet. */
    long advancedToMillis = NEVER;

    /** Whether the oldest held reading is settled already: it was the newest when the rules changed. */
    private boolean oldestIsSettled;

    private long settledMillis = NEVER;
    private int settledPartition;
    private long settledOffset;

    /** Not part of the state: the rules about this sensor, kept beside it so that they are matched once. */
    List<JudgingRule> rules = List.of();

    @Nullable
    RuleSet matched;

    boolean isNew() {
        return newestMillis == NEVER;
    }

    /** Whether a reading comes before those whose story is settled. */
    boolean isSettled(long timeMillis, int partition, long offset) {
        return settledMillis != NEVER
                && HeldReadings.compare(timeMillis, partition, offset, settledMillis, settledPartition, settledOffset)
                        < 0;
    }

    /** Lets go of the oldest held reading: from now on nothing changes its story. */
    void settleOldest() {
        for (int i = 0; i < tracks.size() && !oldestIsSettled; i++) {
            tracks.get(i).settleOldest(rules.get(i), held);
        }
        oldestIsSettled = false;
        settled(0);
        held.dropOldest();
    }

    /** Index of the first held reading whose story may still change. */
    int firstUnsettled() {
        return oldestIsSettled ? 1 : 0;
    }

    private void settled(int index) {
        settledMillis = held.timeMillis(index);
        settledPartition = held.partition(index);
        settledOffset = held.offset(index);
    }

    /** The rules changed: from now on nothing changes the story so far. */
    void settleAll() {
        for (AlertTrack track : tracks) {
            track.settleAll();
        }
        while (held.size() > 1) {
            held.dropOldest();
        }
        if (held.size() == 1) {
            settled(0);
            oldestIsSettled = true;
        }
    }

    double newestValue() {
        return held.value(held.size() - 1);
    }

    /** Whether an alert is open on this series. */
    public boolean hasOpenAlert() {
        for (AlertTrack track : tracks) {
            if (track.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** When, by the wall clock, the newest reading came, in milliseconds since the epoch. */
    public long newestCameAtMillis() {
        return newestCameAtMillis;
    }

    /** The newest event time, in milliseconds since the epoch. */
    public long newestMillis() {
        return newestMillis;
    }

    /** The series' clock: its newest event time plus the wall time since that reading came. */
    public long clockMillis(long nowMillis) {
        return newestMillis + Math.max(0, nowMillis - newestCameAtMillis);
    }

    /** Hands over each page that changed since the last call, the head always. */
    public void writeChangedPages(ByteWriter out, PageSink sink) {
        held.writeChangedPages(out, sink);
        out.clear();
        out.writeByte(VERSION);
        out.writeFixedLong(newestMillis);
        out.writeLong(newestMillis - newestCameAtMillis);
        writeTime(out, advancedToMillis);
        writeTime(out, settledMillis);
        out.writeLong(settledPartition);
        out.writeLong(settledOffset);
        out.writeByte(oldestIsSettled ? 1 : 0);
        out.writeLong(tracks.size());
        for (AlertTrack track : tracks) {
            track.write(out, newestMillis);
        }
        held.writeHead(out);
        sink.accept(0, out.toBytes());
    }

    /** Hands over every page. */
    public void writeAllPages(ByteWriter out, PageSink sink) {
        held.markAllChanged();
        writeChangedPages(out, sink);
    }

    /**
     * Reads a state from its pages.
     *
     * @param pages the pages by number, {@code null} for one that was never written
     * @throws RuntimeException if the pages are not such a state; nothing else is touched
     */
    public static SeriesState read(byte[] @Nullable [] pages) {
        byte[] head = pages[0];
        if (head == null) {
            throw new IllegalArgumentException("a state must have a head");
        }
        ByteReader in = new ByteReader(head);
        int version = in.readByte();
        if (version != VERSION) {
            throw new IllegalArgumentException("a state must be of version " + VERSION + ", was " + version);
        }
        SeriesState state = new SeriesState();
        state.newestMillis = in.readFixedLong();
        state.newestCameAtMillis = state.newestMillis - in.readLong();
        state.advancedToMillis = state.readTime(in);
        state.settledMillis = state.readTime(in);
        state.settledPartition = in.readInt();
        state.settledOffset = in.readLong();
        state.oldestIsSettled = in.readByte() != 0;
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            state.tracks.add(AlertTrack.read(in, state.newestMillis));
        }
        state.held.readHead(in, pages);
        return state;
    }

    private void writeTime(ByteWriter out, long timeMillis) {
        out.writeByte(timeMillis == NEVER ? 0 : 1);
        if (timeMillis != NEVER) {
            out.writeLong(newestMillis - timeMillis);
        }
    }

    private long readTime(ByteReader in) {
        return in.readByte() == 0 ? NEVER : newestMillis - in.readLong();
    }
}
