package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import io.homeostat.runtime.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** What other rooms may ask of the alerts in the store. Thread-safe. */
@Component
public class AlertQuestions {

    private final StoreKeeper keeper;
    private final AlertArchive archive;

    AlertQuestions(StoreKeeper keeper, AlertArchive archive) {
        this.keeper = keeper;
        this.archive = archive;
    }

    /**
     * An alert.
     *
     * @throws NoSuchElementException if there is none with that id
     */
    public AlertView alert(String id) {
        keeper.require();
        return archive.find(id)
                .orElseThrow(() -> new NoSuchElementException("There is no alert with the id \"" + id + "\"."));
    }

    /** An alert's first events, in their order. */
    public List<AlertEvent> events(String id) {
        keeper.require();
        return archive.events(StoredText.of(id), 0, Page.MAX_SIZE).items().stream()
                .map(body -> AlertEventJson.read(body.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
