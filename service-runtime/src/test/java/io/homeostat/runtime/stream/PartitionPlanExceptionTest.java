package io.homeostat.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.StreamTopics;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionPlanExceptionTest {

    @Test
    void namesEverythingThatStandsInTheWayOfBeginningAnew() {
        PipelinePlan plan = new PipelinePlan(new StreamTopics("temperature"), "monitor", 6, List.of("alerts"));

        assertThat(new PartitionPlanException(plan, 4))
                .hasMessage("the topic temperature has 6 partitions, but the pipeline's state was made with 4: a series"
                        + " would be judged in two places. To begin anew, stop every monitor, delete the topics"
                        + " homeostat-monitor-temperature-door and homeostat-monitor-temperature-series-changelog, the"
                        + " consumer group homeostat-monitor-temperature and the folder state/ under"
                        + " homeostat.data-dir, and start again");
    }
}
