package io.homeostat.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claim of one stack on its data folder, which ends with its process, however that ends. Two stacks on one folder would
 * write into the same Kafka's files, and ruin them.
 */
final class FolderLock {

    /** Held until the process ends. */
    private static @Nullable FileLock held;

    private FolderLock() {}

    /** Claims a folder, which must be there; the sentence that says why not, if another stack has it. */
    static synchronized Optional<String> claim(Path folder) throws IOException {
        FileChannel file = FileChannel.open(
                folder.resolve("local-stack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(file);
        if (lock == null) {
            file.close();
            return Optional.of(
                    "The folder %s belongs to another local-stack that runs; end that one, or choose another folder with --homeostat.data-dir=<folder>."
                            .formatted(folder));
        }
        held = lock;
        return Optional.empty();
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it
        }
    }

    /** Gives the claim back, for tests. */
    static synchronized void release() throws IOException {
        if (held != null) {
            held.channel().close();
            held = null;
        }
    }
}
