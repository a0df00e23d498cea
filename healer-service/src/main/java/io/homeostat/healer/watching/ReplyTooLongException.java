package io.homeostat.healer.watching;

import java.io.IOException;

/** A reply was longer than is read of one. */
final class ReplyTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    ReplyTooLongException(int mostBytes) {
        super("the reply is longer than " + mostBytes + " bytes");
    }
}
