package io.homeostat.producer.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a replay was left, in a file, so that the next start of the service goes on there. A replay that began anew under
 * the same sensor would be late from its first reading to its last, and raise no alert. Not thread-safe.
 */
final class Bookmark {

    private static final Logger log = LoggerFactory.getLogger(Bookmark.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A place in a recording.
     *
     * @param sent how many readings were sent
     * @param recordedMillis the recorded time of the last of them
     * @param offsetMillis how much later their event times are than the recorded ones
     */
    record Place(long sent, long recordedMillis, long offsetMillis) {}

    private final Path file;

    Bookmark(Path file) {
        this.file = file;
    }

    /** Where it was left; empty if it never began, or if that cannot be read. */
    Optional<Place> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Place.class));
        } catch (IOException | JacksonException e) {
            log.warn("The replay begins anew, since its bookmark {} cannot be read: {}", file, e.toString());
            return Optional.empty();
        }
    }

    /** Puts it there; what stood there before is replaced as a whole. */
    void put(Place place) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, JSON.writeValueAsBytes(place));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("The replay's place cannot be noted in {}; it will begin anew: {}", file, e.toString());
        }
    }
}
