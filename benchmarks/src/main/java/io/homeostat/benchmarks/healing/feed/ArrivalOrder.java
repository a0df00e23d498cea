package io.homeostat.benchmarks.healing.feed;

import java.util.List;
import java.util.PriorityQueue;

/**
 * In which order the rows of several files arrived: each file's as they stand, and between files by time, so that a file a
 * sensor is as good as one for all. Stateless. One wrong clock among several does not hold up its file: a row's time is
 * the median of the {@value #WINDOW} around it.
 */
final class ArrivalOrder {

    private static final int WINDOW = 9;

    private ArrivalOrder() {}

    /** The next row of a file. */
    private record Head(int file, int row, long timeMillis) {}

    /**
     * The numbers of the rows in order of arrival.
     *
     * @param starts the number of each file's first row
     */
    static int[] of(List<FeedRow> rows, List<Integer> starts) {
        int[] order = new int[rows.size()];
        PriorityQueue<Head> heads = new PriorityQueue<>((one, other) -> one.timeMillis() != other.timeMillis()
                ? Long.compare(one.timeMillis(), other.timeMillis())
                : Integer.compare(one.file(), other.file()));
        for (int file = 0; file < starts.size(); file++) {
            push(heads, rows, starts, file, starts.get(file));
        }
        for (int i = 0; !heads.isEmpty(); i++) {
            Head head = heads.remove();
            order[i] = head.row();
            push(heads, rows, starts, head.file(), head.row() + 1);
        }
        return order;
    }

    private static void push(PriorityQueue<Head> heads, List<FeedRow> rows, List<Integer> starts, int file, int row) {
        int end = file + 1 < starts.size() ? starts.get(file + 1) : rows.size();
        if (row < end) {
            int from = Math.max(starts.get(file), row - WINDOW / 2);
            int to = Math.min(end, row + WINDOW / 2 + 1);
            int side = Math.min(row - from, to - row - 1);
            long[] around = rows.subList(row - side, row + side + 1).stream()
                    .mapToLong(FeedRow::timeMillis)
                    .sorted()
                    .toArray();
            heads.add(new Head(file, row, around[side]));
        }
    }
}
