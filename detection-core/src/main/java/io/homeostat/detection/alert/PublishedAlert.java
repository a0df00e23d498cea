package io.homeostat.detection.alert;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.model.alert.AlertState;
import java.util.UUID;

/**
 * What the world was last told of an alert that is open, or that a late reading may still change. Mutable, not
 * thread-safe; about 30 bytes in its binary form.
 */
final class PublishedAlert {

    static final int BY_TIMER = -1;

    private static final AlertState[] STATES = AlertState.values();
    private static final int FIRED = 1;
    private static final int WITHDRAWN = 2;

    final UUID id;
    long sequence;
    AlertState state = AlertState.PENDING;
    /** Whether it ever was more than pending. */
    boolean fired;

    boolean withdrawn;
    long openedAtMillis;
    int openerPartition;
    long openerOffset;
    /** Meaningful, as the two that follow, only when {@link #state} is RESOLVED. */
    long resolvedAtMillis;

    /** The reading that ended it; {@link #BY_TIMER} where none did. */
    int enderPartition;

    long enderOffset;

    PublishedAlert(UUID id) {
        this.id = id;
    }

    boolean isOpen() {
        return state.isOpen();
    }

    long endMillis() {
        return isOpen() ? Long.MAX_VALUE : resolvedAtMillis;
    }

    void openedBy(long timeMillis, int partition, long offset) {
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

    boolean isOpenedBy(long timeMillis, int partition, long offset) {
        return openedAtMillis == timeMillis && openerPartition == partition && openerOffset == offset;
    }

    @SuppressWarnings("EnumOrdinal") // another order of the states is another version of the binary form
    void write(ByteWriter out, long baseMillis) {
        out.writeFixedLong(id.getMostSignificantBits());
        out.writeFixedLong(id.getLeastSignificantBits());
        out.writeLong(sequence);
        out.writeByte(state.ordinal() << 2 | (fired ? FIRED : 0) | (withdrawn ? WITHDRAWN : 0));
        out.writeLong(baseMillis - openedAtMillis);
        out.writeLong(openerPartition);
        out.writeLong(openerOffset);
        if (!isOpen()) {
            out.writeLong(resolvedAtMillis - openedAtMillis);
            out.writeLong(enderPartition);
            out.writeLong(enderOffset - openerOffset);
        }
    }

    static PublishedAlert read(ByteReader in, long baseMillis) {
        PublishedAlert alert = new PublishedAlert(new UUID(in.readFixedLong(), in.readFixedLong()));
        alert.sequence = in.readLong();
        int flags = in.readByte();
        alert.state = STATES[flags >> 2];
        alert.fired = (flags & FIRED) != 0;
        alert.withdrawn = (flags & WITHDRAWN) != 0;
        alert.openedBy(baseMillis - in.readLong(), in.readInt(), in.readLong());
        if (!alert.isOpen()) {
            alert.resolvedBy(alert.openedAtMillis + in.readLong(), in.readInt(), alert.openerOffset + in.readLong());
        }
        return alert;
    }
}
