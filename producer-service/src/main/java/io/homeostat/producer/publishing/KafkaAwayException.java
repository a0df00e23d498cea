package io.homeostat.producer.publishing;

/** Says that Kafka did not take something within the time that there was. */
public class KafkaAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KafkaAwayException(String message) {
        super(message);
    }

    public KafkaAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
