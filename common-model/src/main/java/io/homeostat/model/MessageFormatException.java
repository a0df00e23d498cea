package io.homeostat.model;

import tools.jackson.core.JacksonException;

/** A record is not the message that it should be; the message is a sentence. */
public final class MessageFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** A record that should have been, say, "an alert event". */
    public MessageFormatException(String expected, JacksonException cause) {
        super("the record must be the JSON of " + expected + ": " + cause.getOriginalMessage(), cause);
    }

    /** A record that lacks something. */
    public MessageFormatException(String sentence) {
        super(sentence);
    }
}
