package io.homeostat.healer.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.incident.Incident;
import io.homeostat.model.incident.IncidentEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentBookTest {

    private static final Instant AT = Instant.parse("2026-11-24T08:15:00Z");

    private final IncidentBook book = new IncidentBook();

    @Test
    void tellsAnIncidentFromItsFirstEventToItsVerdict() {
        book.add(event("i", 1, "detected", null, null));
        book.add(event("i", 2, "remedy-begun", "restart-process", null));
        assertThat(book.find("i").orElseThrow().open()).isTrue();

        book.add(event("i", 3, "closed", null, "HEALED"));
        Incident incident = book.find("i").orElseThrow();
        assertThat(incident.open()).isFalse();
        assertThat(incident.verdict()).isEqualTo("HEALED");
        assertThat(incident.remedies()).containsExactly("restart-process");
        assertThat(incident.events()).hasSize(3);
    }

    @Test
    void takesAnEventOnceWhateverTheOrder() {
        book.read(event("i", 2, "closed", null, "HEALED").json());
        book.read(event("i", 1, "detected", null, null).json());
        book.read(event("i", 2, "closed", null, "HEALED").json());

        assertThat(book.find("i").orElseThrow().events())
                .extracting(IncidentEvent::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void keepsTheNewestThousand() {
        for (int i = 0; i < IncidentBook.MOST + 5; i++) {
            book.add(event("i" + i, 1, "detected", null, null));
        }

        assertThat(book.newestFirst()).hasSize(IncidentBook.MOST);
        assertThat(book.find("i0")).isEmpty();
    }

    private static IncidentEvent event(
            String id, long sequence, String event, @Nullable String remedy, @Nullable String verdict) {
        return new IncidentEvent(
                id, sequence, event, "monitor", "crashed", remedy, verdict, AT, AT, 5, 700, "…", List.of(), List.of());
    }
}
