package io.homeostat.localstack.processes;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A child's output, which the child appends to by itself, so that a stack that hangs holds nobody up. At most
 * {@value #MAX_BYTES} bytes and {@value #KEPT} earlier files of that size: {@code monitor.log}, {@code monitor.log.1}, …
 *
 * <p>What is too large is copied away and cut to nothing. What the child writes between the two is lost.
 */
final class ChildLog {

    static final long MAX_BYTES = 20_000_000;
    static final int KEPT = 3;

    private final Path file;

    ChildLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Puts the last run's output aside. */
    void rotate() {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            if (Files.exists(file) && Files.size(file) > 0) {
                shiftEarlier();
                Files.move(file, earlier(1), REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put aside " + file, e);
        }
    }

    /** Cuts the file if it is too large; to be called now and then. */
    void bound() throws IOException {
        if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
            shiftEarlier();
            Files.copy(file, earlier(1), REPLACE_EXISTING);
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        }
    }

    private void shiftEarlier() throws IOException {
        for (int number = KEPT - 1; number >= 1; number--) {
            if (Files.exists(earlier(number))) {
                Files.move(earlier(number), earlier(number + 1), REPLACE_EXISTING);
            }
        }
    }

    private Path earlier(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
