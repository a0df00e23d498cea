package io.homeostat.detection.lateness;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The latest readings of one series in the order of event time, so that a late one can be put in its place and what
 * follows from it judged again. Holds at most {@value #MAX}; 28 bytes a reading, in arrays that grow with need. Not
 * thread-safe.
 *
 * <p>Readings with equal event times are ordered by partition and offset, so the order does not depend on that of
 * arrival.
 *
 * <p><b>Pages.</b> Each reading has an ordinal, which counts the readings from the first one ever. {@value #PAGE}
 * neighbouring ordinals are a page. Appending changes only the last page, so a commit writes that page, with the head
 * of the series, and a full page just once more; only a late reading makes the pages behind it change again.
 */
public final class HeldReadings {

    /** The most readings that are held. */
    public static final int MAX = 128;

    static final int PAGE = 16;
    /** A window of {@link #MAX} readings touches at most 9 pages; each has its own slot. */
    public static final int SLOTS = MAX / PAGE + 1;

    private static final int MILLI = 0;
    private static final int EXACT = 1;

    /** Of values in thousandths, a median is a whole number of halves of them. */
    private static final double HALF_MILLIS = 2000;

    private long[] times = new long[4];
    private double[] values = new double[4];
    private long[] offsets = new long[4];
    private int[] partitions = new int[4];
    /** What the group said at each reading; there is none until the first is set. */
    private double @Nullable [] witnesses;

    private byte[] witnessCounts = {};
    private int head;
    private int size;
    private long firstOrdinal;
    private long changedFrom;

    /** How many are held. */
    public int size() {
        return size;
    }

    /** Whether there is no room for another. */
    public boolean isFull() {
        return size == MAX;
    }

    /** Event time of a held reading, counted from the oldest, in milliseconds since the epoch. */
    public long timeMillis(int index) {
        return times[slot(index)];
    }

    /** Value of a held reading. */
    public double value(int index) {
        return values[slot(index)];
    }

    /** Partition that a held reading came in on. */
    public int partition(int index) {
        return partitions[slot(index)];
    }

    /** Offset that a held reading came in on. */
    public long offset(int index) {
        return offsets[slot(index)];
    }

    /** What the group's other sensors read at a held reading's time: their median; {@code NaN} where it is not known. */
    public double witness(int index) {
        double[] known = witnesses;
        return known == null ? Double.NaN : known[slot(index)];
    }

    /** How many other sensors {@link #witness} comes from. */
    public int witnessCount(int index) {
        return witnesses == null ? 0 : witnessCounts[slot(index)];
    }

    /** Notes what the group's other sensors read at a held reading's time; answers whether that was not known before. */
    public boolean setWitness(int index, double median, int count) {
        double[] known = witnesses;
        if (known == null) {
            if (count == 0) {
                return false;
            }
            known = new double[times.length];
            Arrays.fill(known, Double.NaN);
            witnesses = known;
            witnessCounts = new byte[times.length];
        }
        int slot = slot(index);
        boolean isNew = Double.compare(known[slot], median) != 0 || witnessCounts[slot] != count;
        known[slot] = median;
        witnessCounts[slot] = (byte) count;
        return isNew;
    }

    /** Whether a held reading comes before one with the given time and source. */
    public boolean isBefore(int index, long timeMillis, int partition, long offset) {
        return compare(timeMillis(index), partition(index), offset(index), timeMillis, partition, offset) < 0;
    }

    /** The order of readings: by event time, then by partition and offset. */
    public static int compare(
            long time, int partition, long offset, long otherTime, int otherPartition, long otherOffset) {
        int byTime = Long.compare(time, otherTime);
        if (byTime != 0) {
            return byTime;
        }
        int byPartition = Integer.compare(partition, otherPartition);
        return byPartition != 0 ? byPartition : Long.compare(offset, otherOffset);
    }

    /** Puts a reading in its place and returns its index. There must be room. */
    public int insert(long timeMillis, double value, int partition, long offset) {
        if (size == MAX) {
            throw new IllegalStateException("at most " + MAX + " readings are held: drop the oldest first");
        }
        if (size == times.length) {
            grow();
        }
        int index = size++;
        while (index > 0 && !isBefore(index - 1, timeMillis, partition, offset)) {
            copy(slot(index - 1), slot(index));
            index--;
        }
        put(slot(index), timeMillis, value, partition, offset);
        if (witnesses != null) {
            setWitness(index, Double.NaN, 0);
        }
        changedFrom = Math.min(changedFrom, firstOrdinal + index);
        return index;
    }

    /** Lets go of the oldest. */
    public void dropOldest() {
        head = slot(1);
        size--;
        firstOrdinal++;
    }

    /** Writes where the held readings begin, how many they are, and those of the last page. */
    public void writeHead(ByteWriter out) {
        out.writeLong(firstOrdinal);
        out.writeByte(size);
        writeReadings(out, Math.max(firstOrdinal, pageStart(firstOrdinal + size)), firstOrdinal + size);
    }

    /**
     * Reads what {@link #writeHead} wrote, into an empty object; the readings of the full pages come in front.
     *
     * @param pages the pages by number, as they were given to the sink
     * @throws IllegalArgumentException if a page is missing or does not fit
     */
    public void readHead(ByteReader in, byte[] @Nullable [] pages) {
        firstOrdinal = in.readLong();
        int count = in.readByte();
        long end = firstOrdinal + count;
        for (long page = firstOrdinal / PAGE; page < end / PAGE; page++) {
            byte[] bytes = pages[1 + (int) (page % SLOTS)];
            if (bytes == null) {
                throw new IllegalArgumentException("page " + page + " of the held readings is not there");
            }
            ByteReader pageIn = new ByteReader(bytes);
            readReadings(pageIn, pageIn.readLong(), Math.min((page + 1) * PAGE, end));
        }
        readReadings(in, Math.max(firstOrdinal, pageStart(end)), end);
        changedFrom = end;
        if (size != count) {
            throw new IllegalArgumentException(count + " readings must be held, pages hold " + size);
        }
    }

    /** Has the next writing of changed pages write all of them. */
    public void markAllChanged() {
        changedFrom = firstOrdinal;
    }

    /** Writes each full page that changed since the last call. */
    public void writeChangedPages(ByteWriter out, PageSink sink) {
        long end = firstOrdinal + size;
        for (long page = Math.max(changedFrom, firstOrdinal) / PAGE; page < end / PAGE; page++) {
            long from = Math.max(page * PAGE, firstOrdinal);
            out.clear();
            out.writeLong(from);
            writeReadings(out, from, (page + 1) * PAGE);
            sink.accept(1 + (int) (page % SLOTS), out.toBytes());
        }
        changedFrom = end;
    }

    /** Writes what the group said at each held reading. */
    public void writeWitnesses(ByteWriter out) {
        out.writeLong(firstOrdinal);
        out.writeByte(size);
        for (int index = 0; index < size; index++) {
            double median = witness(index);
            long halves = Math.round(median * HALF_MILLIS);
            boolean isHalves = Double.compare(halves / HALF_MILLIS, median) == 0;
            out.writeByte(witnessCount(index) << 1 | (isHalves ? MILLI : EXACT));
            if (witnessCount(index) > 0 && isHalves) {
                out.writeLong(halves - Math.round(value(index) * HALF_MILLIS));
            } else if (witnessCount(index) > 0) {
                out.writeDouble(median);
            }
        }
    }

    /** Reads what {@link #writeWitnesses} wrote; what it says of readings that are not held any more is passed over. */
    public void readWitnesses(ByteReader in) {
        long ordinal = in.readLong();
        int count = in.readByte();
        for (int i = 0; i < count; i++, ordinal++) {
            int tag = in.readByte();
            int witnessed = tag >> 1;
            boolean isHalves = (tag & 1) == MILLI;
            long halves = witnessed > 0 && isHalves ? in.readLong() : 0;
            double median = witnessed > 0 && !isHalves ? in.readDouble() : Double.NaN;
            if (ordinal >= firstOrdinal && ordinal < firstOrdinal + size) {
                int index = (int) (ordinal - firstOrdinal);
                if (witnessed > 0 && isHalves) {
                    median = (halves + Math.round(value(index) * HALF_MILLIS)) / HALF_MILLIS;
                }
                setWitness(index, median, witnessed);
            }
        }
    }

    private static long pageStart(long ordinal) {
        return ordinal - ordinal % PAGE;
    }

    private void writeReadings(ByteWriter out, long from, long to) {
        long time = 0;
        long offset = 0;
        for (long ordinal = from; ordinal < to; ordinal++) {
            int index = (int) (ordinal - firstOrdinal);
            double value = value(index);
            long milli = Math.round(value * 1000);
            boolean isMilli = Double.compare(milli / 1000.0, value) == 0;
            out.writeLong(((long) partition(index) << 1) | (isMilli ? MILLI : EXACT));
            out.writeLong(timeMillis(index) - time);
            out.writeLong(offset(index) - offset);
            time = timeMillis(index);
            offset = offset(index);
            if (isMilli) {
                out.writeLong(milli);
            } else {
                out.writeDouble(value);
            }
        }
    }

    private void readReadings(ByteReader in, long from, long to) {
        long time = 0;
        long offset = 0;
        for (long ordinal = from; ordinal < to; ordinal++) {
            long tag = in.readLong();
            time += in.readLong();
            offset += in.readLong();
            double value = (tag & 1) == MILLI ? in.readLong() / 1000.0 : in.readDouble();
            if (ordinal >= firstOrdinal) {
                insert(time, value, (int) (tag >> 1), offset);
            }
        }
    }

    private void grow() {
        int capacity = Math.min(MAX, 2 * times.length);
        long[] grownTimes = new long[capacity];
        double[] grownValues = new double[capacity];
        long[] grownOffsets = new long[capacity];
        int[] grownPartitions = new int[capacity];
        for (int index = 0; index < size; index++) {
            grownTimes[index] = timeMillis(index);
            grownValues[index] = value(index);
            grownOffsets[index] = offset(index);
            grownPartitions[index] = partition(index);
        }
        double[] known = witnesses;
        if (known != null) {
            double[] grownWitnesses = new double[capacity];
            byte[] grownCounts = new byte[capacity];
            for (int index = 0; index < size; index++) {
                grownWitnesses[index] = known[slot(index)];
                grownCounts[index] = witnessCounts[slot(index)];
            }
            witnesses = grownWitnesses;
            witnessCounts = grownCounts;
        }
        times = grownTimes;
        values = grownValues;
        offsets = grownOffsets;
        partitions = grownPartitions;
        head = 0;
    }

    private int slot(int index) {
        return (head + index) & (times.length - 1);
    }

    private void copy(int from, int to) {
        put(to, times[from], values[from], partitions[from], offsets[from]);
        double[] known = witnesses;
        if (known != null) {
            known[to] = known[from];
            witnessCounts[to] = witnessCounts[from];
        }
    }

    private void put(int slot, long timeMillis, double value, int partition, long offset) {
        times[slot] = timeMillis;
        values[slot] = value;
        partitions[slot] = partition;
        offsets[slot] = offset;
    }
}
