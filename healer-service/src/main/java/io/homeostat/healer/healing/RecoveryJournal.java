package io.homeostat.healer.healing;

import io.homeostat.healer.recovering.RecoveryState;
import io.homeostat.healer.recovering.guards.LedgerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the recoveries under way are written down before anything is done, so that a healer that is killed in the middle
 * neither repeats nor forgets a remedy. A file in the data folder, not Kafka: the broker may be the patient. Not
 * thread-safe.
 */
final class RecoveryJournal {

    private static final Logger log = LoggerFactory.getLogger(RecoveryJournal.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * All that is written down.
     *
     * @param open the recoveries that have no verdict yet
     * @param sequences how many events each of their incidents has told
     * @param detectedAt when each of them was detected
     * @param ledger what was done lately
     */
    record Entry(
            List<RecoveryState> open,
            Map<String, Long> sequences,
            Map<String, Instant> detectedAt,
            LedgerState ledger) {}

    private final Path file;

    RecoveryJournal(Path file) {
        this.file = file;
    }

    /** Writes it down; what stood there before is replaced as a whole or not at all. */
    void write(Entry entry) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, JSON.writeValueAsBytes(entry));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("The recoveries cannot be written down in {}: {}", file, e.toString());
        }
    }

    /** What was written down last; empty if nothing was, or if it cannot be read. */
    Optional<Entry> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Entry.class));
        } catch (IOException | JacksonException e) {
            log.warn("The recoveries of before cannot be read from {} and are forgotten: {}", file, e.toString());
            return Optional.empty();
        }
    }
}
