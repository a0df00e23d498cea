package io.homeostat.healer.healing;

import io.homeostat.healer.recovering.RecoveryState;
import io.homeostat.healer.recovering.guards.LedgerState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The recoveries under way, as they are written down before anything is done, so that a healer that is killed in the
 * middle neither repeats nor forgets a remedy. It lies in a file in the data folder, not on Kafka: the broker may be the
 * patient. Immutable.
 *
 * @param open the recoveries that have no verdict yet
 * @param sequences how many events each of their incidents has told, by target
 * @param detectedAt when each of them was detected, by target
 * @param ledger what was done lately
 */
record RecoveryJournal(
        List<RecoveryState> open, Map<String, Long> sequences, Map<String, Instant> detectedAt, LedgerState ledger) {

    RecoveryJournal {
        open = List.copyOf(open);
        sequences = Map.copyOf(sequences);
        detectedAt = Map.copyOf(detectedAt);
    }
}
