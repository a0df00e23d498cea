package io.homeostat.runtime.client;

import java.io.IOException;

/** A reply was longer than is read of one. */
public final class ReplyTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int mostBytes;

    ReplyTooLongException(int mostBytes) {
        super("the reply is longer than " + mostBytes + " bytes");
        this.mostBytes = mostBytes;
    }

    /** How many bytes are read of a reply. */
    public int mostBytes() {
        return mostBytes;
    }
}
