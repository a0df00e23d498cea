package io.homeostat.monitor.rules;

import io.homeostat.monitor.ledger.LedgerClients;
import java.util.Map;

/** Kafka's clients as the rules' calls need them. Immutable. */
final class RuleClients extends LedgerClients {

    private static final String TRANSACTIONAL_ID = "homeostat-monitor-rules";

    /** Clients over a connection, which is a client's configuration. */
    RuleClients(Map<String, Object> connection) {
        super(connection, TRANSACTIONAL_ID);
    }

    RulesReader reader() {
        return new RulesReader(committed(), uncommitted());
    }

    RuleWriter writer() {
        return new RuleWriter(producer());
    }
}
