package io.homeostat.producer.replay;

/** Says why a whole recording cannot be replayed. */
class UnreadableRecordingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRecordingException(String message) {
        super(message);
    }
}
