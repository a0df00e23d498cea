package io.homeostat.monitor.incidents;

import io.homeostat.model.incident.Incident;
import io.homeostat.monitor.alerting.StoreStatus;
import io.homeostat.monitor.alerting.StoredText;
import io.homeostat.runtime.web.Page;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The incidents by HTTP, in the shape in which the healer has them too. */
@RestController
@RequestMapping("/api/incidents")
class IncidentController {

    private final StoreStatus store;
    private final IncidentArchive archive;

    IncidentController(StoreStatus store, IncidentArchive archive) {
        this.store = store;
        this.archive = archive;
    }

    @GetMapping
    Page<Incident> find(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        store.require();
        return archive.find(new IncidentQuery(target, kind, open, from, to), page, size);
    }

    @GetMapping("/{id}")
    Incident incident(@PathVariable String id) {
        store.require();
        return archive.find(StoredText.of(id))
                .orElseThrow(() -> new NoSuchElementException("There is no incident with the id \"" + id + "\"."));
    }
}
