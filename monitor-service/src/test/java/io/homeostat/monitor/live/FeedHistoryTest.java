package io.homeostat.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedHistoryTest {

    private final FeedHistory history = new FeedHistory(3, new long[] {10, 0});

    @Test
    void givesWhatCameAfterAnEventOfAnyPartition() {
        LiveEvent first = history.add(0, 10, "a");
        history.add(1, 0, "b");
        history.add(0, 12, "c");

        assertThat(history.after(String.valueOf(first.id())).orElseThrow())
                .extracting(LiveEvent::data)
                .containsExactly("b", "c");
    }

    @Test
    void givesNothingAfterTheNewest() {
        LiveEvent newest = history.add(0, 10, "a");

        assertThat(history.after(String.valueOf(newest.id())).orElseThrow()).isEmpty();
    }

    @Test
    void doesNotPretendToKnowWhatItNoLongerHas() {
        LiveEvent first = history.add(0, 10, "a");
        for (int offset = 11; offset < 16; offset++) {
            history.add(0, offset, "more");
        }

        assertThat(history.after(String.valueOf(first.id()))).isEmpty();
    }

    @Test
    void refusesPlacesThatItDidNotGive() {
        history.add(0, 10, "a");

        assertThat(history.after("9.0")).as("before its beginning").isEmpty();
        assertThat(history.after("12.0")).as("not reached yet").isEmpty();
        assertThat(history.after("11")).as("another number of partitions").isEmpty();
        assertThat(history.after("x.y")).isEmpty();
        assertThat(history.after("")).isEmpty();
    }

    @Test
    void givesTheNewestOldestFirst() {
        history.add(0, 10, "a");
        history.add(0, 11, "b");
        history.add(0, 12, "c");

        assertThat(history.newest(2)).extracting(LiveEvent::data).containsExactly("b", "c");
    }
}
