package io.homeostat.monitor.alerting;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import io.homeostat.runtime.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The alerts by HTTP. */
@RestController
@RequestMapping("/api/alerts")
class AlertController {

    /** An event's JSON as it stood on the topic. */
    record EventBody(@JsonValue @JsonRawValue String json) {}

    private final StoreKeeper keeper;
    private final AlertArchive archive;

    AlertController(StoreKeeper keeper, AlertArchive archive) {
        this.keeper = keeper;
        this.archive = archive;
    }

    @GetMapping
    Page<AlertView> find(
            @RequestParam(defaultValue = "") List<String> state,
            @RequestParam(defaultValue = "") List<String> severity,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String sensor,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        AlertQuery query = new AlertQuery(
                AlertQuery.parse("state", AlertState.class, state),
                AlertQuery.parse("severity", Severity.class, severity),
                stream,
                sensor,
                rule,
                from,
                to);
        keeper.require();
        return archive.find(query, page, size);
    }

    @GetMapping("/{id}")
    AlertView alert(@PathVariable String id) {
        keeper.require();
        return archive.find(id).orElseThrow(() -> unknown(id));
    }

    @GetMapping("/{id}/events")
    Page<EventBody> events(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        keeper.require();
        Page<String> events = archive.events(StoredText.of(id), page, size);
        if (events.total() == 0) {
            throw unknown(id);
        }
        return new Page<>(events.items().stream().map(EventBody::new).toList(), page, size, events.total());
    }

    private static NoSuchElementException unknown(String id) {
        return new NoSuchElementException("There is no alert with the id \"" + id + "\".");
    }
}
