package io.homeostat.monitor.ledger;

import io.homeostat.runtime.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The body of a call, of which no more is read than is allowed. */
public final class BoundedBody {

    private static final int MAX_BYTES = 64 * 1024;

    private BoundedBody() {}

    /**
     * The bytes of the body.
     *
     * @throws ProblemException 413 if it is too large
     */
    public static byte[] read(HttpServletRequest request) throws IOException {
        byte[] body = request.getContentLengthLong() > MAX_BYTES
                ? new byte[0]
                : request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (request.getContentLengthLong() > MAX_BYTES || body.length > MAX_BYTES) {
            throw ProblemException.tooLarge("The body must be at most " + MAX_BYTES + " bytes long.");
        }
        return body;
    }
}
