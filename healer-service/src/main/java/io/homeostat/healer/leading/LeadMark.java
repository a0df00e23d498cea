package io.homeostat.healer.leading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is there while this healer leads, so that it may treat Kafka after a restart of its own, too, when nobody
 * can confirm the lead. Not thread-safe.
 */
final class LeadMark {

    private static final Logger log = LoggerFactory.getLogger(LeadMark.class);

    private final Path file;

    LeadMark(Path file) {
        this.file = file;
    }

    boolean isSet() {
        return Files.exists(file);
    }

    void set() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            log.warn("That this healer leads cannot be written down in {}: {}", file, e.toString());
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("That this healer does not lead cannot be written down in {}: {}", file, e.toString());
        }
    }
}
