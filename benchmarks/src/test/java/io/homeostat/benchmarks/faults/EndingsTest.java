package io.homeostat.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingsTest {

    private final List<String> ended = new ArrayList<>();

    @Test
    void endsWhatWasBegunLastFirstAndEachOnce() {
        Endings endings = new Endings();
        endings.add(() -> ended.add("disk"));
        endings.add(() -> ended.add("stack"));

        endings.close();
        endings.close();

        assertThat(ended).containsExactly("stack", "disk");
    }

    @Test
    void endsTheOthersThoughOneFails() {
        try (Endings endings = new Endings()) {
            endings.add(() -> ended.add("disk"));
            endings.add(() -> {
                throw new IllegalStateException("it will not end");
            });
        }

        assertThat(ended).containsExactly("disk");
    }
}
