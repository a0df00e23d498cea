package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the other rooms may know of the alert database. Thread-safe. */
@Component
public class StoreStatus {

    private final StoreKeeper keeper;
    private final ProjectorStarter projector;

    StoreStatus(StoreKeeper keeper, ProjectorStarter projector) {
        this.keeper = keeper;
        this.projector = projector;
    }

    /**
     * Returns if the database can be asked; otherwise the caller is answered with a sentence that says why not.
     */
    public void require() {
        keeper.require();
    }

    /** How many alerts were open when the database was last asked, by severity; empty before that. */
    public Map<String, Long> openBySeverity() {
        return keeper.state().open().entrySet().stream()
                .collect(Collectors.toMap(
                        (Map.Entry<Severity, Long> entry) -> entry.getKey().label(), Map.Entry::getValue));
    }

    /** A sentence that says why alerts are not being projected or cannot be asked for. */
    public Optional<String> trouble() {
        StoreState state = keeper.state();
        return state.available() ? projector.waitingFor() : Optional.of(state.reason());
    }
}
