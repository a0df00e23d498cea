package io.homeostat.runtime.files;

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
 * One value in a file, as JSON, replaced as a whole or not at all. Thread-safe if one thread writes.
 *
 * <p>A file that cannot be read or written is said in the log and is no failure: who keeps a note must be able to go on
 * without it.
 *
 * @param <T> the value, a record
 */
public final class JsonFile<T> {

    private static final Logger log = LoggerFactory.getLogger(JsonFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Class<T> type;
    private final String what;

    /**
     * A file that may not be there yet.
     *
     * @param what it holds, in words for the log: {@code the recoveries under way}
     */
    public JsonFile(Path file, Class<T> type, String what) {
        this.file = file;
        this.type = type;
        this.what = what;
    }

    /** What was written last; empty if nothing was, or if it cannot be read. */
    public Optional<T> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
        } catch (IOException | JacksonException e) {
            log.warn("{} cannot be read from {} and begins anew: {}", what, file, e.toString());
            return Optional.empty();
        }
    }

    /** Writes a value in the place of the one before. */
    public void write(T value) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, JSON.writeValueAsBytes(value));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("{} cannot be written to {}: {}", what, file, e.toString());
        }
    }
}
