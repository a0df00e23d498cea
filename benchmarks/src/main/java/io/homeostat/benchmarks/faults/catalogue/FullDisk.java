package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The monitor's folder on a small disk of its own, which is filled to the last byte. Mounting it needs root. */
final class FullDisk implements Injection {

    private static final String SIZE = "640m";
    private @Nullable Path disk;

    @Override
    public void prepare(Site site) throws IOException, InterruptedException {
        Path made = Files.createDirectories(site.folder().resolve("disk"));
        if (run(List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", made.toString())) != 0) {
            throw new IllegalStateException("a small disk must be mounted, which needs root");
        }
        disk = made;
        site.argument("monitor", "--homeostat.data-dir=" + made);
    }

    @Override
    public void inject(Stage stage) throws IOException {
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(fill())) {
            for (int i = 0; i < 1 << 20; i++) {
                out.write(block);
            }
            throw new IllegalStateException("the disk must be full at " + SIZE);
        } catch (IOException e) {
            // full, as it should be
        }
    }

    @Override
    public void end(Stage stage) throws IOException {
        Files.deleteIfExists(fill());
    }

    private Path fill() {
        Path made = disk;
        if (made == null) {
            throw new IllegalStateException("the disk must be mounted before the stack");
        }
        return made.resolve("fill");
    }

    @Override
    public void close() {
        if (disk != null) {
            try {
                run(List.of("umount", disk.toString()));
            } catch (IOException e) {
                System.err.println("The disk at " + disk + " is still mounted: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
