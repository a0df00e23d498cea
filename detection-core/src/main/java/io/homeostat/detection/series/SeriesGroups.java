package io.homeostat.detection.series;

import io.homeostat.detection.alert.AlertPublisher;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.detection.series.SeriesGroup.Member;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups that are at home in a task, and what a reading of one series means for the others of its group. One for a
 * task, not thread-safe.
 *
 * <p>What the others read at the time of a reading is noted beside it when it comes. A reading that comes between what
 * others have read already is a late one to them: those that lie behind it, up to this sensor's next, are told of it, and
 * where a rule says something else of them now, its story is told again. So in the end each reading was compared with
 * what the others read at its time, whatever the order of arrival within the lateness.
 */
final class SeriesGroups {

    private final AlertPublisher publisher;
    private final GroupSink sink;
    private final Map<String, SeriesGroup> groups = new HashMap<>();
    /** The rules, by their place, that say something else now of the series that is being told. */
    private final BitSet otherwise = new BitSet();

    SeriesGroups(AlertPublisher publisher, GroupSink sink) {
        this.publisher = publisher;
        this.sink = sink;
    }

    /** A series is at home with a group, which it belonged to before, or did not. */
    void join(String group, String sensorId, SeriesState state) {
        SeriesGroup joined = groups.computeIfAbsent(group, SeriesGroup::new);
        if (state.group == joined) {
            return;
        }
        leave(state);
        joined.add(sensorId, state);
        state.group = joined;
        state.groupChanged();
    }

    /** A series belongs to no group any more. */
    void leave(SeriesState state) {
        SeriesGroup left = state.group;
        if (left != null) {
            left.remove(state);
            state.group = null;
            if (left.isEmpty()) {
                groups.remove(left.name());
            }
        }
    }

    /** Notes beside a new reading what the others read at its time. */
    static void ask(SeriesState state, int index) {
        SeriesGroup group = state.group;
        if (group != null) {
            group.ask(state, index);
            state.groupChanged();
        }
    }

    /** Lets the others know of a new reading. */
    void tell(SeriesState state, int index) {
        SeriesGroup group = state.group;
        if (group == null || !group.isWitness(state)) {
            return;
        }
        HeldReadings held = state.held;
        long fromMillis = held.timeMillis(index);
        long toMillis = index + 1 < held.size() ? held.timeMillis(index + 1) : Long.MAX_VALUE;
        List<Member> members = group.members();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).state() != state) {
                tell(group, members.get(i), fromMillis, toMillis);
            }
        }
    }

    /** Has one of them ask again for each of its readings from one time up to another. */
    private void tell(SeriesGroup group, Member member, long fromMillis, long toMillis) {
        SeriesState state = member.state();
        HeldReadings held = state.held;
        List<JudgingRule> rules = state.rules;
        otherwise.clear();
        int first = held.size();
        for (int index = held.size() - 1;
                index >= state.firstUnsettled() && held.timeMillis(index) >= fromMillis;
                index--) {
            double before = held.witness(index);
            int countBefore = held.witnessCount(index);
            if (held.timeMillis(index) < toMillis && group.ask(state, index)) {
                first = index;
                for (int i = 0; i < rules.size(); i++) {
                    if (!rules.get(i)
                            .condition()
                            .isIndifferent(
                                    held.value(index),
                                    before,
                                    countBefore,
                                    held.witness(index),
                                    held.witnessCount(index))) {
                        otherwise.set(i);
                    }
                }
            }
        }
        if (first == held.size()) {
            return;
        }
        state.groupChanged();
        for (int i = otherwise.nextSetBit(0); i >= 0; i = otherwise.nextSetBit(i + 1)) {
            publisher.revise(member.sensorId(), held, rules.get(i), state.tracks.get(i), state.firstUnsettled(), first);
        }
        sink.changed(member.sensorId());
    }
}
