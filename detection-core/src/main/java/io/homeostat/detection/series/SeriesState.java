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
 * <p>The binary form is a set of pages: page 0, the head, with what each reading may change; those of the held readings
 * (see {@link HeldReadings}); and one with what the rules remember of the readings that are no longer held, which is
 * written when readings settle. As large memories settle many readings at once, they are written seldom; what they will
 * have learned from the readings held follows from these. Head and settled page begin with a version byte.
 */
public final class SeriesState {

    private static final int SETTLED_PAGE = 1 + HeldReadings.SLOTS;
    private static final int GROUP_PAGE = SETTLED_PAGE + 1;

    /** How many pages there can be, the head included. */
    public static final int PAGES = GROUP_PAGE + 1;

    static final int VERSION = 2;
    private static final int GROUP_VERSION = 1;

    private static final int BEFORE_SETTLED_PAGES = 1;
    private static final long NEVER = Long.MIN_VALUE;

    /** For so many bytes of what is settled, one more reading settles at once. */
    private static final int BYTES_PER_HELD_READING = 32;

    private static final int MOST_AT_ONCE = 48;

    final HeldReadings held = new HeldReadings();
    final List<AlertTrack> tracks = new ArrayList<>(1);

    long newestMillis = NEVER;
    long newestCameAtMillis;

    /** Whether the oldest held reading is settled already: it was the newest when the rules changed. */
    private boolean oldestIsSettled;

    private long settledMillis = NEVER;
    private int settledPartition;
    private long settledOffset;

    /** Whether the settled page must be written anew, and how long it was when it last was. */
    private boolean settledChanged = true;

    private int settledBytes;

    /** The value of the reading that settled last, as others of the group may still ask for it. */
    private double settledValue = Double.NaN;

    private boolean groupChanged;

    /** Not part of the state: the group that it is at home with; {@code null} where no rule asks it. */
    @Nullable
    SeriesGroup group;

    /** Not part of the state: the rules about this sensor, kept beside it so that they are matched once. */
    List<JudgingRule> rules = List.of();

    @Nullable
    RuleSet matched;

    /** Whether its sensor has not spoken yet. */
    public boolean isNew() {
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
        settledChanged = true;
        settled(0);
        held.dropOldest();
    }

    /** How many readings are to settle at once. */
    int settlesAtOnce() {
        return Math.min(MOST_AT_ONCE, Math.max(1, settledBytes / BYTES_PER_HELD_READING));
    }

    /** Index of the first held reading whose story may still change. */
    int firstUnsettled() {
        return oldestIsSettled ? 1 : 0;
    }

    private void settled(int index) {
        settledMillis = held.timeMillis(index);
        settledPartition = held.partition(index);
        settledOffset = held.offset(index);
        settledValue = held.value(index);
        groupChanged |= group != null;
    }

    /** The value of the reading before those that are held; {@code NaN} where it is older than a moment, or unknown. */
    double lastSettledValue(long fromMillis) {
        return settledMillis == NEVER || settledMillis < fromMillis ? Double.NaN : settledValue;
    }

    /** What the group says of its readings, or what it is to the group, is another now. */
    void groupChanged() {
        groupChanged = true;
    }

    /** The rules changed: from now on nothing changes the story so far. */
    void settleAll() {
        settledChanged = true;
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

    /**
     * The series' clock: its newest event time plus the wall time since that reading came; the wall clock where none came
     * yet.
     */
    public long clockMillis(long nowMillis) {
        return isNew() ? nowMillis : newestMillis + Math.max(0, nowMillis - newestCameAtMillis);
    }

    /** Hands over each page that changed since the last call, the head always. */
    public void writeChangedPages(ByteWriter out, PageSink sink) {
        held.writeChangedPages(out, sink);
        if (settledChanged) {
            writeSettled(out);
            settledBytes = out.size();
            settledChanged = false;
            sink.accept(SETTLED_PAGE, out.toBytes());
        }
        if (groupChanged) {
            groupChanged = false;
            out.clear();
            out.writeByte(GROUP_VERSION);
            out.writeDouble(settledValue);
            held.writeWitnesses(out);
            sink.accept(GROUP_PAGE, out.toBytes());
        }
        out.clear();
        out.writeByte(VERSION);
        out.writeFixedLong(newestMillis);
        out.writeLong(newestMillis - newestCameAtMillis);
        writeTime(out, settledMillis);
        out.writeLong(settledPartition);
        out.writeLong(settledOffset);
        out.writeByte(oldestIsSettled ? 1 : 0);
        out.writeLong(tracks.size());
        for (AlertTrack track : tracks) {
            track.writeHead(out, newestMillis);
        }
        held.writeHead(out);
        sink.accept(0, out.toBytes());
    }

    private void writeSettled(ByteWriter out) {
        out.clear();
        out.writeByte(VERSION);
        out.writeFixedLong(newestMillis);
        for (AlertTrack track : tracks) {
            track.writeSettled(out, newestMillis);
        }
    }

    /** Hands over every page. */
    public void writeAllPages(ByteWriter out, PageSink sink) {
        held.markAllChanged();
        settledChanged = true;
        groupChanged |= group != null;
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
        if (version != VERSION && version != BEFORE_SETTLED_PAGES) {
            throw new IllegalArgumentException(
                    "a state must be of version " + BEFORE_SETTLED_PAGES + " or " + VERSION + ", was " + version);
        }
        SeriesState state = new SeriesState();
        state.newestMillis = in.readFixedLong();
        state.newestCameAtMillis = state.newestMillis - in.readLong();
        long advancedToMillis = version == BEFORE_SETTLED_PAGES ? state.readTime(in) : NEVER;
        state.settledMillis = state.readTime(in);
        state.settledPartition = in.readInt();
        state.settledOffset = in.readLong();
        state.oldestIsSettled = in.readByte() != 0;
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            state.tracks.add(
                    version == BEFORE_SETTLED_PAGES
                            ? AlertTrack.readVersion1(in, state.newestMillis, advancedToMillis)
                            : AlertTrack.readHead(in, state.newestMillis));
        }
        state.held.readHead(in, pages);
        if (version == VERSION) {
            state.readSettled(pages[SETTLED_PAGE]);
            state.readGroup(pages[GROUP_PAGE]);
        }
        return state;
    }

    private void readSettled(byte @Nullable [] page) {
        if (page == null) {
            throw new IllegalArgumentException("a state must have a page of what is settled");
        }
        ByteReader in = new ByteReader(page);
        int version = in.readByte();
        if (version != VERSION) {
            throw new IllegalArgumentException("what is settled must be of version " + VERSION + ", was " + version);
        }
        long baseMillis = in.readFixedLong();
        for (AlertTrack track : tracks) {
            track.readSettled(in, baseMillis);
        }
        settledBytes = page.length;
        settledChanged = false;
    }

    private void readGroup(byte @Nullable [] page) {
        if (page == null) {
            return; // no rule asked the group
        }
        ByteReader in = new ByteReader(page);
        int version = in.readByte();
        if (version != GROUP_VERSION) {
            throw new IllegalArgumentException(
                    "what the group said must be of version " + GROUP_VERSION + ", was " + version);
        }
        settledValue = in.readDouble();
        held.readWitnesses(in);
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
