package io.homeostat.detection.series;

import io.homeostat.detection.condition.ConditionKind;
import io.homeostat.detection.lateness.HeldReadings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The series of one group, which are at home together and so can be each other's witnesses. Mutable, not thread-safe.
 *
 * <p>What the others read at a moment is the median of the latest reading of each at that moment or before, if that is
 * not too old. Only the first {@value ConditionKind#MOST_WITNESSES} others in the order of their ids are asked, so that a
 * group of thousands costs no more than one of thirty.
 */
final class SeriesGroup {

    /** Where it is not known how often a sensor speaks: how old a reading may be and still say what is. */
    private static final long FRESH_MILLIS = 600_000;

    /** One of them is the one that asks. */
    private static final int WITNESSES = ConditionKind.MOST_WITNESSES + 1;

    private final String name;
    private final List<Member> members = new ArrayList<>();
    private final double[] values = new double[WITNESSES];

    /** One series of the group. */
    record Member(String sensorId, SeriesState state) {}

    SeriesGroup(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(String sensorId, SeriesState state) {
        Member member = new Member(sensorId, state);
        int at = Collections.binarySearch(members, member, Comparator.comparing(Member::sensorId));
        if (at >= 0) {
            members.set(at, member);
        } else {
            members.add(-at - 1, member);
        }
    }

    void remove(SeriesState state) {
        members.removeIf(member -> member.state() == state);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    List<Member> members() {
        return members;
    }

    /** Whether what a series reads is what others are told. */
    boolean isWitness(SeriesState state) {
        for (int i = 0; i < Math.min(WITNESSES, members.size()); i++) {
            if (members.get(i).state() == state) {
                return true;
            }
        }
        return false;
    }

    /** Asks the others what they read at the time of a held reading; answers whether they say something new. */
    boolean ask(SeriesState asking, int index) {
        long timeMillis = asking.held.timeMillis(index);
        int present = gather(asking, timeMillis);
        return asking.held.setWitness(index, present == 0 ? Double.NaN : median(present), present);
    }

    private int gather(SeriesState asking, long timeMillis) {
        int present = 0;
        for (int i = 0; i < Math.min(WITNESSES, members.size()); i++) {
            SeriesState state = members.get(i).state();
            if (state != asking && present < ConditionKind.MOST_WITNESSES) {
                double value = valueAt(state, timeMillis);
                if (!Double.isNaN(value)) {
                    insert(value, present++);
                }
            }
        }
        return present;
    }

    /** The latest value at a moment; {@code NaN} where there is none that is fresh. */
    private static double valueAt(SeriesState state, long timeMillis) {
        HeldReadings held = state.held;
        for (int index = held.size() - 1; index >= 0; index--) {
            if (held.timeMillis(index) <= timeMillis) {
                return held.timeMillis(index) >= timeMillis - FRESH_MILLIS ? held.value(index) : Double.NaN;
            }
        }
        return state.lastSettledValue(timeMillis - FRESH_MILLIS);
    }

    /** Keeps the values in order. */
    private void insert(double value, int count) {
        int at = count;
        while (at > 0 && values[at - 1] > value) {
            values[at] = values[at - 1];
            at--;
        }
        values[at] = value;
    }

    private double median(int count) {
        // halved before they are added: their sum may be more than a double holds
        return count % 2 == 1 ? values[count / 2] : values[count / 2 - 1] / 2 + values[count / 2] / 2;
    }
}
