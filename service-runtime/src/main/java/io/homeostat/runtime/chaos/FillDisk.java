package io.homeostat.runtime.chaos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file grows in the state directory, up to a bound or until there is no space left, and stays there until the end. */
final class FillDisk extends BackgroundFault {

    private static final int BLOCK = 1024 * 1024;

    private final Path folder;

    FillDisk(Path folder) {
        super("fill-disk");
        this.folder = folder;
    }

    @Override
    void takeAndHold(FaultOrder order, Span span) throws InterruptedException, IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("filling-" + ProcessHandle.current().pid() + ".bin");
        try {
            long wanted = order.bytesOrUsual();
            fill(file, wanted == 0 ? Long.MAX_VALUE : wanted);
            hold(span);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void fill(Path file, long bytes) throws InterruptedException, IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long left = bytes; left > 0; ) {
                ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, left));
                int written = write(out, block);
                took(written);
                left -= written;
                if (written == 0) {
                    return;
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("ended before the disk was full");
                }
            }
        }
    }

    /** How much was written: 0 where nothing more goes in. */
    private static int write(FileChannel out, ByteBuffer block) throws IOException {
        try {
            return out.write(block);
        } catch (java.nio.channels.ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            return 0;
        }
    }
}
