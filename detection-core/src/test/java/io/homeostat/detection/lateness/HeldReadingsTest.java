package io.homeostat.detection.lateness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldReadingsTest {

    private final HeldReadings held = new HeldReadings();
    private final byte[][] pages = new byte[1 + HeldReadings.SLOTS][];

    @Test
    void ordersByTimeThenPartitionThenOffset() {
        held.insert(2, 1, 0, 0);
        held.insert(1, 2, 1, 5);
        held.insert(1, 3, 1, 4);
        assertThat(held.insert(1, 4, 0, 9)).isZero();
        assertThat(List.of(held.value(0), held.value(1), held.value(2), held.value(3)))
                .containsExactly(4.0, 3.0, 2.0, 1.0);
    }

    @Test
    void takesNoMoreThanItHolds() {
        for (int i = 0; i < HeldReadings.MAX; i++) {
            held.insert(i, i, 0, i);
        }
        assertThat(held.isFull()).isTrue();
        assertThatThrownBy(() -> held.insert(999, 1, 0, 999))
                .hasMessage("at most 128 readings are held: drop the oldest first");
    }

    @Test
    void writesOnlyFullPagesThatChanged() {
        for (int i = 0; i < 40; i++) {
            held.insert(10L * i, i, 0, i);
        }
        assertThat(write()).containsExactly(1, 2);
        held.insert(1000, 1, 0, 1000);
        assertThat(write()).isEmpty();
        held.insert(205, 1, 0, 2000);
        assertThat(write()).containsExactly(2);
    }

    @Test
    void readsWhatItWroteWhateverWasPutInAndDropped() {
        Random random = new Random(7);
        double[] odd = {-0.0, 0.1 + 0.2, Double.MIN_VALUE, 1e300, -1e300, 9.3e15, 37.25};
        for (int i = 0; i < 3000; i++) {
            if (held.isFull() || (held.size() > 1 && random.nextInt(3) == 0)) {
                held.dropOldest();
            }
            held.insert(
                    1_795_421_700_000L + 100L * i - random.nextInt(3000),
                    odd[random.nextInt(odd.length)],
                    random.nextInt(4),
                    random.nextLong() >>> 1);
            if (random.nextInt(5) == 0) {
                write();
                assertThat(content(restored())).isEqualTo(content(held));
            }
        }
    }

    private List<Integer> write() {
        List<Integer> written = new ArrayList<>();
        ByteWriter out = new ByteWriter();
        held.writeChangedPages(out, (page, bytes) -> {
            pages[page] = bytes;
            written.add(page);
        });
        return written;
    }

    private HeldReadings restored() {
        ByteWriter out = new ByteWriter();
        held.writeHead(out);
        HeldReadings restored = new HeldReadings();
        restored.readHead(new ByteReader(out.toBytes()), pages);
        return restored;
    }

    private static List<String> content(HeldReadings readings) {
        List<String> content = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            content.add(readings.timeMillis(i) + " " + readings.value(i) + " " + readings.partition(i) + " "
                    + readings.offset(i));
        }
        return content;
    }
}
