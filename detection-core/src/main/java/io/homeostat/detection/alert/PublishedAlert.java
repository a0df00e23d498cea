package io.homeostat.detection.alert;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.condition.Verdicts;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.model.alert.AlertState;
import org.jspecify.annotations.Nullable;

/**
 * What the world was last told of an alert that is open, or that a late reading may still change. Mutable, not
 * thread-safe; about 16 bytes in its binary form.
 */
final class PublishedAlert {

    static final int BY_TIME = Verdicts.BY_TIME;

    private static final AlertState[] STATES = AlertState.values();
    private static final int FIRED = 1;
    private static final int WITHDRAWN = 2;
    private static final int EVER_FIRED = 4;
    private static final int MOVED = 8;
    private static final int LEVELS = 64;
    private static final int STATE_SHIFT = 4;
    private static final int STATE_MASK = 3;

    /** The reading that first raised it, and so gave it its id. */
    final long raisedAtMillis;

    final int raisedByPartition;
    final long raisedByOffset;

    /** Its id, worked out when it is first asked for: a pure function of the rule, the series and what raised it. */
    @Nullable
    String id;

    long sequence;
    AlertState state = AlertState.PENDING;
    /** Whether, as the story now stands, it is or was more than pending. */
    boolean fired;

    /** Whether the world was ever told that it fired. */
    boolean everFired;

    boolean withdrawn;
    /** The level that was told last, and the highest that counts. */
    int level;

    int highestLevel;
    long openedAtMillis;
    int openerPartition;
    long openerOffset;
    /** Meaningful, as the two that follow, only when {@link #state} is RESOLVED. */
    long resolvedAtMillis;

    /** The reading that ended it; {@link #BY_TIME} where none did. */
    int enderPartition;

    long enderOffset;

    PublishedAlert(long raisedAtMillis, int raisedByPartition, long raisedByOffset) {
        this.raisedAtMillis = raisedAtMillis;
        this.raisedByPartition = raisedByPartition;
        this.raisedByOffset = raisedByOffset;
        openedBy(raisedAtMillis, raisedByPartition, raisedByOffset);
    }

    boolean isOpen() {
        return state.isOpen();
    }

    long endMillis() {
        return isOpen() ? Long.MAX_VALUE : resolvedAtMillis;
    }

    final void openedBy(long timeMillis, int partition, long offset) {
        openedAtMillis = timeMillis;
        openerPartition = partition;
        openerOffset = offset;
    }

    void resolvedBy(long timeMillis, int partition, long offset) {
        resolvedAtMillis = timeMillis;
        enderPartition = partition;
        enderOffset = offset;
    }

    /** Whether its end is not later than a reading, so that it is settled with it. */
    boolean endsBy(long timeMillis, int partition, long offset) {
        return !isOpen()
                && HeldReadings.compare(resolvedAtMillis, enderPartition, enderOffset, timeMillis, partition, offset)
                        <= 0;
    }

    /** Whether what raised it is not later than a reading. */
    boolean isRaisedUpTo(long timeMillis, int partition, long offset) {
        return HeldReadings.compare(raisedAtMillis, raisedByPartition, raisedByOffset, timeMillis, partition, offset)
                <= 0;
    }

    boolean isRaisedBy(long timeMillis, int partition, long offset) {
        return raisedAtMillis == timeMillis && raisedByPartition == partition && raisedByOffset == offset;
    }

    boolean isOpenedBy(long timeMillis, int partition, long offset) {
        return openedAtMillis == timeMillis && openerPartition == partition && openerOffset == offset;
    }

    @SuppressWarnings("EnumOrdinal") // another order of the states is another version of the binary form
    void write(ByteWriter out, long baseMillis) {
        boolean moved = !isOpenedBy(raisedAtMillis, raisedByPartition, raisedByOffset);
        int flags =
                (fired ? FIRED : 0) | (withdrawn ? WITHDRAWN : 0) | (everFired ? EVER_FIRED : 0) | (moved ? MOVED : 0);
        boolean levels = level != 0 || highestLevel != 0;
        out.writeByte(state.ordinal() << STATE_SHIFT | flags | (levels ? LEVELS : 0));
        if (levels) {
            out.writeByte(level | highestLevel << 4);
        }
        out.writeLong(sequence);
        out.writeLong(baseMillis - raisedAtMillis);
        out.writeLong(raisedByPartition);
        out.writeLong(raisedByOffset);
        if (moved) {
            out.writeLong(openedAtMillis - raisedAtMillis);
            out.writeLong(openerPartition);
            out.writeLong(openerOffset - raisedByOffset);
        }
        if (!isOpen()) {
            out.writeLong(resolvedAtMillis - openedAtMillis);
            out.writeLong(enderPartition);
            out.writeLong(enderOffset - openerOffset);
        }
    }

    static PublishedAlert read(ByteReader in, long baseMillis) {
        int flags = in.readByte();
        int levels = (flags & LEVELS) == 0 ? 0 : in.readByte();
        long sequence = in.readLong();
        PublishedAlert alert = new PublishedAlert(baseMillis - in.readLong(), in.readInt(), in.readLong());
        alert.sequence = sequence;
        alert.state = STATES[flags >> STATE_SHIFT & STATE_MASK];
        alert.level = levels & 0xF;
        alert.highestLevel = levels >> 4;
        alert.fired = (flags & FIRED) != 0;
        alert.withdrawn = (flags & WITHDRAWN) != 0;
        alert.everFired = (flags & EVER_FIRED) != 0;
        if ((flags & MOVED) != 0) {
            alert.openedBy(alert.raisedAtMillis + in.readLong(), in.readInt(), alert.raisedByOffset + in.readLong());
        }
        if (!alert.isOpen()) {
            alert.resolvedBy(alert.openedAtMillis + in.readLong(), in.readInt(), alert.openerOffset + in.readLong());
        }
        return alert;
    }
}
