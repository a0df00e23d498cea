package io.homeostat.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedHistoryTest {

    private final List<String> made = new ArrayList<>();
    private final FeedHistory history = new FeedHistory(3, new long[] {10, 0}, this::line);

    @Test
    void givesWhatCameAfterAnEventOfAnyPartition() {
        String first = added(0, 10, "a");
        added(1, 0, "b");
        added(0, 12, "c");

        assertThat(history.after(first).orElseThrow())
                .extracting(LiveEvent::data)
                .containsExactly("b", "c");
    }

    @Test
    void givesNothingAfterTheNewest() {
        String newest = added(0, 10, "a");

        assertThat(history.after(newest).orElseThrow()).isEmpty();
    }

    @Test
    void doesNotPretendToKnowWhatItNoLongerHas() {
        String first = added(0, 10, "a");
        for (int offset = 11; offset < 16; offset++) {
            add(0, offset, "more");
        }

        assertThat(history.after(first)).isEmpty();
    }

    @Test
    void refusesPlacesThatItDidNotGive() {
        add(0, 10, "a");

        assertThat(history.after("9.0")).as("before its beginning").isEmpty();
        assertThat(history.after("12.0")).as("not reached yet").isEmpty();
        assertThat(history.after("11")).as("another number of partitions").isEmpty();
        assertThat(history.after("x.y")).isEmpty();
        assertThat(history.after("")).isEmpty();
    }

    @Test
    void givesTheNewestOldestFirst() {
        add(0, 10, "a");
        add(0, 11, "b");
        add(0, 12, "c");

        assertThat(history.newest(2)).extracting(LiveEvent::data).containsExactly("b", "c");
    }

    @Test
    void makesNoLineBeforeAClientNeedsItAndThenOne() {
        add(0, 10, "a");
        add(0, 11, "b");
        assertThat(made).isEmpty();

        history.last();
        history.newest(1);
        history.after("11.0");

        assertThat(made).containsExactly("b");
    }

    @Test
    void givesAnEventTheSameIdWheneverItIsAsked() {
        List<String> ids = List.of(added(0, 10, "a"), added(1, 0, "b"), added(1, 1, "c"), added(0, 11, "d"));

        assertThat(history.newest(3)).extracting(LiveEvent::id).isEqualTo(ids.subList(1, 4));
        assertThat(history.after(ids.get(1)).orElseThrow())
                .extracting(LiveEvent::id)
                .isEqualTo(ids.subList(2, 4));
    }

    @Test
    void passesOverWhatIsNoEvent() {
        add(0, 10, "a");
        add(0, 11, "no event");
        assertThat(history.last()).isEmpty();
        add(0, 12, "c");

        assertThat(history.newest(2)).extracting(LiveEvent::data).containsExactly("a", "c");
        assertThat(history.after("11.0").orElseThrow())
                .extracting(LiveEvent::data)
                .containsExactly("c");
    }

    private String added(int partition, long offset, String text) {
        add(partition, offset, text);
        return String.valueOf(history.last().orElseThrow().id());
    }

    private void add(int partition, long offset, String text) {
        history.add(partition, offset, text.getBytes(StandardCharsets.UTF_8));
    }

    private String line(byte[] record) {
        String text = new String(record, StandardCharsets.UTF_8);
        made.add(text);
        return text.equals("no event") ? null : text;
    }
}
