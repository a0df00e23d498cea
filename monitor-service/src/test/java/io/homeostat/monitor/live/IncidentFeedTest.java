package io.homeostat.monitor.live;

import static io.homeostat.monitor.incidents.IncidentStories.START;
import static io.homeostat.monitor.incidents.IncidentStories.healed;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class IncidentFeedTest {

    private final List<LiveEvent> offered = new ArrayList<>();
    private final LiveClients clients = new LiveClients(new LiveProperties(10, 10)) {
        @Override
        void offer(LiveEvent event) {
            offered.add(event);
        }
    };
    private final IncidentFeed feed = new IncidentFeed(clients);

    @Test
    void offersAnEventInOneLineAndKeepsIt() {
        take(healed("one", START).get(0).json());

        assertThat(offered).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("incident");
            assertThat(event.id()).isNull();
            assertThat(event.data()).contains("\"incidentId\":\"one\"").doesNotContain("\n");
        });
        assertThat(feed.kept()).isEqualTo(offered);
    }

    @Test
    void passesOverWhatIsNoEvent() {
        take("not json".getBytes(StandardCharsets.UTF_8));
        take(null);

        assertThat(offered).isEmpty();
    }

    @Test
    void keepsOnlyTheNewest() {
        for (int i = 0; i <= IncidentFeed.KEPT; i++) {
            take(healed("incident-" + i, START).get(0).json());
        }

        assertThat(feed.kept()).hasSize(IncidentFeed.KEPT);
        assertThat(feed.kept().get(0).data()).contains("incident-1\"");
    }

    @Test
    void forgetsWhatItKeptWhenTheTailBeginsAnew() {
        take(healed("one", START).get(0).json());
        feed.begin(Map.of());

        assertThat(feed.kept()).isEmpty();
    }

    private void take(byte[] value) {
        feed.take(new ConsumerRecord<>(Topics.INCIDENTS, 0, 0, new byte[0], value));
    }
}
