package io.homeostat.endtoend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What distinguishes what came from what should have come, whatever the order; something that came twice is surplus once.
 *
 * @param missing how many did not come
 * @param surplus how many came that should not have
 * @param examples the first of them
 */
record Difference(int missing, int surplus, List<String> examples) {

    static final Difference NONE = new Difference(0, 0, List.of());
    private static final int MOST_EXAMPLES = 12;

    static <T> Difference between(List<T> expected, List<T> found) {
        Map<T, Integer> balance = new HashMap<>();
        expected.forEach(one -> balance.merge(one, 1, Integer::sum));
        found.forEach(one -> balance.merge(one, -1, Integer::sum));
        int missing = 0;
        int surplus = 0;
        List<String> examples = new ArrayList<>();
        for (Map.Entry<T, Integer> one : balance.entrySet()) {
            int count = one.getValue();
            missing += Math.max(0, count);
            surplus += Math.max(0, -count);
            if (count != 0 && examples.size() < MOST_EXAMPLES) {
                examples.add((count > 0 ? "missing " : "surplus ") + one.getKey());
            }
        }
        return new Difference(missing, surplus, List.copyOf(examples));
    }
}
