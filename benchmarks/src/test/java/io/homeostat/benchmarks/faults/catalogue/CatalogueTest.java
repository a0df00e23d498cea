package io.homeostat.benchmarks.faults.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.homeostat.benchmarks.faults.catalogue.Fault.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final List<Fault> ALL = Catalogue.all();

    @Test
    void hasNoNameTwice() {
        assertThat(ALL).extracting(Fault::name).doesNotHaveDuplicates();
    }

    @Test
    void takesAtLeastHalfOfTheFaultsFromOutside() {
        assertThat(ALL.stream().filter(fault -> fault.origin() != Origin.INSIDE).count() * 2)
                .isGreaterThanOrEqualTo(ALL.size());
    }

    @Test
    void killsStopsAndEndsEachOfTheThreeServices() {
        assertThat(ALL)
                .extracting(Fault::name)
                .contains("kill-producer", "stop-monitor", "exit-healer", "memory-producer");
    }

    @Test
    void findsFaultsByTheirNames() {
        assertThat(Catalogue.named("stop-monitor,kill-broker"))
                .extracting(Fault::name)
                .containsExactly("stop-monitor", "kill-broker");
    }

    @Test
    void saysWhichThereAreWhereThereIsNoneOfAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.named("stop-monitor,stop-nobody"))
                .withMessageContaining("kill-producer, stop-producer")
                .withMessageEndingWith("has \"stop-nobody\"");
    }
}
