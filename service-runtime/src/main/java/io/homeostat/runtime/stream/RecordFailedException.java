package io.homeostat.runtime.stream;

/** Says on which record the processing threw. */
final class RecordFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final int partition;
    private final long offset;

    RecordFailedException(String topic, int partition, long offset, RuntimeException cause) {
        super(
                "the record at %s-%d, offset %d, could not be processed: %s".formatted(topic, partition, offset, cause),
                cause);
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
    }

    String topic() {
        return topic;
    }

    int partition() {
        return partition;
    }

    long offset() {
        return offset;
    }
}
