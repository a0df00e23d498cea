package io.homeostat.producer.answering;

import io.homeostat.runtime.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads whole bodies within two bounds: on one body (413 beyond it, whether its length was told or not), and on all that
 * are held at once (503), so that many large requests wait outside instead of filling the heap. Thread-safe.
 */
public final class BoundedBody {

    private static final int CHUNK = 64 * 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int maxBytes;
    private final AtomicLong free;

    /**
     * @param maxBytes the largest body
     * @param maxBytesHeld the most that all bodies may hold together, at least twice the largest
     */
    public BoundedBody(int maxBytes, long maxBytesHeld) {
        if (maxBytesHeld < 2L * maxBytes) {
            throw new IllegalArgumentException(
                    "homeostat.ingest.max-buffered must be at least twice homeostat.ingest.max-body, %d bytes, was %d"
                            .formatted(maxBytes, maxBytesHeld));
        }
        this.maxBytes = maxBytes;
        this.free = new AtomicLong(maxBytesHeld);
    }

    /** A body's bytes, and their share of the bound until they are closed. */
    public final class Content implements AutoCloseable {

        private byte[] buffer = new byte[0];
        private int length;
        private int held;

        private void append(InputStream body) throws IOException {
            while (true) {
                if (length == buffer.length) {
                    grow();
                }
                int read = body.read(buffer, length, buffer.length - length);
                if (read < 0) {
                    return;
                }
                length += read;
                if (length > maxBytes) {
                    throw tooLarge();
                }
            }
        }

        /** Doubles the buffer, one byte beyond the largest body at most, which is how a larger one shows. */
        private void grow() {
            int capacity = (int) Math.min(maxBytes + 1L, Math.max(CHUNK, 2L * buffer.length));
            int more = capacity - buffer.length;
            if (free.addAndGet(-more) < 0) {
                free.addAndGet(more);
                throw ProblemException.unavailable("too many large requests at once; send this one again", RETRY_AFTER);
            }
            held += more;
            buffer = Arrays.copyOf(buffer, capacity);
        }

        /** The whole body. */
        public byte[] bytes() {
            if (buffer.length > length) {
                buffer = Arrays.copyOf(buffer, length);
            }
            return buffer;
        }

        @Override
        public void close() {
            free.addAndGet(held);
            held = 0;
            buffer = new byte[0];
            length = 0;
        }
    }

    /** Reads a request's body; the caller closes it. */
    public Content read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge();
        }
        Content content = new Content();
        try {
            content.append(request.getInputStream());
            return content;
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    private RuntimeException tooLarge() {
        return ProblemException.tooLarge("a body must be at most " + maxBytes + " bytes; send it in parts");
    }
}
