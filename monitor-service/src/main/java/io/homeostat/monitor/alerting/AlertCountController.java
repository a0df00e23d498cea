package io.homeostat.monitor.alerting;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many alerts are open, by HTTP. */
@RestController
class AlertCountController {

    /**
     * Counts of open alerts.
     *
     * @param byRule by the id of their rule; a rule without open alerts is not there
     */
    record Counts(Map<String, Long> byRule) {

        Counts {
            byRule = new TreeMap<>(byRule);
        }
    }

    private final StoreKeeper keeper;
    private final AlertArchive archive;

    AlertCountController(StoreKeeper keeper, AlertArchive archive) {
        this.keeper = keeper;
        this.archive = archive;
    }

    @GetMapping("/api/alerts/counts")
    Counts counts() {
        keeper.require();
        return new Counts(archive.countOpenByRule());
    }
}
