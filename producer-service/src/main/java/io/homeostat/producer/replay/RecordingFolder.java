package io.homeostat.producer.replay;

import io.homeostat.runtime.logging.LogText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds recordings: in the one folder that requests may name files of, and those bundled with the service. Thread-safe. */
final class RecordingFolder {

    /** The names of the bundled recordings, each a CSV file on the class path beside its source and licence. */
    static final List<String> BUNDLED = List.of("seattle");

    private final Path folder;
    private final Path uploads;

    RecordingFolder(Path folder, Path uploads) {
        this.folder = folder;
        this.uploads = uploads;
    }

    /**
     * A file in the folder.
     *
     * @throws IllegalArgumentException if there is no such file, or it lies elsewhere
     */
    RecordingSource file(String name) {
        try {
            Path file = folder.resolve(name).normalize();
            if (file.startsWith(folder.normalize())
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(folder.toRealPath())) {
                return new OnDisk(folder.relativize(file).toString(), file, false);
            }
        } catch (InvalidPathException | IOException e) {
            throw new IllegalArgumentException(message(), e);
        }
        throw new IllegalArgumentException(message());
    }

    private static String message() {
        return "file must be the name of a file in the folder homeostat.replay.folder";
    }

    /**
     * A bundled recording.
     *
     * @throws IllegalArgumentException if there is no such recording
     */
    RecordingSource bundled(String name) {
        if (!BUNDLED.contains(name)) {
            throw new IllegalArgumentException("bundled must be one of " + String.join(", ", BUNDLED));
        }
        return new Bundled(name);
    }

    /** Keeps an upload until its replay is over. */
    RecordingSource upload(byte[] csv) throws IOException {
        Files.createDirectories(uploads);
        Path file = Files.createTempFile(uploads, "upload-", ".csv");
        Files.write(file, csv);
        return new OnDisk("upload", file, true);
    }

    /** Removes what a process that was killed has left. */
    void removeOldUploads() throws IOException {
        if (Files.isDirectory(uploads)) {
            try (var files = Files.newDirectoryStream(uploads, "upload-*.csv")) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private record OnDisk(String name, Path file, boolean temporary) implements RecordingSource {

        OnDisk {
            name = LogText.whole(name);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public void release() throws IOException {
            if (temporary) {
                Files.deleteIfExists(file);
            }
        }
    }

    private record Bundled(String name) implements RecordingSource {

        @Override
        public InputStream open() throws IOException {
            InputStream stream = RecordingFolder.class.getResourceAsStream("/replays/" + name + ".csv");
            if (stream == null) {
                throw new IOException("the bundled recording " + name + " is missing from the jar");
            }
            return stream;
        }
    }
}
