package io.homeostat.detection.window;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import java.util.Arrays;

/**
 * A percentile by nearest rank, from a sketch of each pane: at most 130 bytes a pane. The values are counted in buckets of
 * equal width on the scale of the inverse hyperbolic sine, which is linear near zero and logarithmic far from it; where
 * a pane needs more than {@value #MOST} buckets, each two neighbours become one, as in UDDSketch (Epicoco, Melle,
 * Cafaro, Pulimeno and Morleo 2020). So the sketch depends on the values only and not on their order, and the answer is
 * off by at most half a bucket: a two-thousandth of the value at first, at most a sixteenth of the spread of the values
 * at last.
 */
final class Percentiles extends Panes {

    private static final int MOST = 32;
    /** The width of a bucket before any two became one, on the scale of asinh: 0.1 % of a large value. */
    private static final double WIDTH = 0.001;

    private final double percent;
    private final int[] depths;
    private final int[] sizes;
    private final int[][] buckets;
    private final int[][] counts;
    private final int[] askedBuckets;
    private final long[] askedCounts;
    private int askedSize;
    private int askedDepth;

    Percentiles(int panes, double percent) {
        super(panes);
        this.percent = percent;
        depths = new int[panes];
        sizes = new int[panes];
        buckets = new int[panes][MOST + 1];
        counts = new int[panes][MOST + 1];
        askedBuckets = new int[panes * MOST];
        askedCounts = new long[panes * MOST];
    }

    @Override
    void forget(int pane) {
        sizes[pane] = 0;
        depths[pane] = 0;
    }

    @Override
    void put(int pane, double value, int count) {
        int bucket = parent((int) Math.floor(asinh(value) / WIDTH), depths[pane]);
        int size = sizes[pane];
        int at = Arrays.binarySearch(buckets[pane], 0, size, bucket);
        if (at >= 0) {
            counts[pane][at]++;
            return;
        }
        at = -at - 1;
        System.arraycopy(buckets[pane], at, buckets[pane], at + 1, size - at);
        System.arraycopy(counts[pane], at, counts[pane], at + 1, size - at);
        buckets[pane][at] = bucket;
        counts[pane][at] = 1;
        sizes[pane] = size + 1;
        while (sizes[pane] > MOST) {
            joinNeighbours(pane);
        }
    }

    private void joinNeighbours(int pane) {
        int joined = 0;
        for (int i = 0; i < sizes[pane]; i++) {
            int bucket = parent(buckets[pane][i], 1);
            if (joined > 0 && buckets[pane][joined - 1] == bucket) {
                counts[pane][joined - 1] += counts[pane][i];
            } else {
                buckets[pane][joined] = bucket;
                counts[pane][joined++] = counts[pane][i];
            }
        }
        sizes[pane] = joined;
        depths[pane]++;
    }

    @Override
    void begin() {
        askedSize = 0;
        askedDepth = 0;
        for (int pane = 0; pane < depths.length; pane++) {
            askedDepth = Math.max(askedDepth, depths[pane]);
        }
    }

    @Override
    void merge(int pane, int count) {
        for (int i = 0; i < sizes[pane]; i++) {
            int bucket = parent(buckets[pane][i], askedDepth - depths[pane]);
            int at = Arrays.binarySearch(askedBuckets, 0, askedSize, bucket);
            if (at >= 0) {
                askedCounts[at] += counts[pane][i];
            } else {
                at = -at - 1;
                System.arraycopy(askedBuckets, at, askedBuckets, at + 1, askedSize - at);
                System.arraycopy(askedCounts, at, askedCounts, at + 1, askedSize - at);
                askedBuckets[at] = bucket;
                askedCounts[at] = counts[pane][i];
                askedSize++;
            }
        }
    }

    @Override
    double end(long count) {
        double rank = Math.max(1, Math.ceil(percent / 100 * count));
        long seen = 0;
        for (int i = 0; i < askedSize; i++) {
            seen += askedCounts[i];
            if (seen >= rank || i == askedSize - 1) {
                return Math.sinh(Math.scalb(askedBuckets[i] + 0.5, askedDepth) * WIDTH);
            }
        }
        return Double.NaN;
    }

    /** The bucket that one belongs to when so many times two neighbours have become one. */
    private static int parent(int bucket, int times) {
        return bucket >> Math.min(times, Integer.SIZE - 1);
    }

    private static double asinh(double value) {
        double size = Math.abs(value);
        // beyond what its square can hold, ln(2v) is the same to the last digit
        double result = size > 1e150 ? Math.log(size) + Math.log(2) : Math.log(size + Math.sqrt(size * size + 1));
        return Math.copySign(result, value);
    }

    @Override
    void copy(int pane, Panes other) {
        Percentiles from = (Percentiles) other;
        depths[pane] = from.depths[pane];
        sizes[pane] = from.sizes[pane];
        System.arraycopy(from.buckets[pane], 0, buckets[pane], 0, sizes[pane]);
        System.arraycopy(from.counts[pane], 0, counts[pane], 0, sizes[pane]);
    }

    @Override
    void write(int pane, ByteWriter out) {
        out.writeByte(depths[pane]);
        out.writeByte(sizes[pane]);
        int before = 0;
        for (int i = 0; i < sizes[pane]; i++) {
            out.writeLong(buckets[pane][i] - (long) before);
            out.writeLong(counts[pane][i]);
            before = buckets[pane][i];
        }
    }

    @Override
    void read(int pane, ByteReader in) {
        depths[pane] = in.readByte();
        int size = in.readByte();
        if (size > MOST) {
            throw new IllegalArgumentException("a pane must have at most " + MOST + " buckets, has " + size);
        }
        sizes[pane] = size;
        int before = 0;
        for (int i = 0; i < size; i++) {
            before = Math.toIntExact(before + in.readLong());
            buckets[pane][i] = before;
            counts[pane][i] = in.readInt();
        }
    }
}
