package io.homeostat.monitor.topology;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.Rejection;
import io.homeostat.runtime.stream.RawRecord;
import io.homeostat.runtime.stream.TaskScope;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes records that cannot be read to the dead letters: as they came, with the reason and where they stood. */
final class DeadLetters {

    /** The broker's default bound on a record is 1 MiB with everything around the value. */
    private static final int MAX_VALUE_BYTES = 1_000_000;

    private static final int MAX_KEY_BYTES = 10_000;

    private DeadLetters() {}

    static void send(TaskScope<?> scope, StreamTopics stream, Rejection rejection, RawRecord record) {
        byte[] key = record.key();
        byte[] value = record.value();
        String reason = rejection.reason();
        if (value != null && value.length > MAX_VALUE_BYTES) {
            reason += "; the value of " + value.length + " bytes was cut to " + MAX_VALUE_BYTES;
            value = Arrays.copyOf(value, MAX_VALUE_BYTES);
        }
        if (key != null && key.length > MAX_KEY_BYTES) {
            reason += "; the key of " + key.length + " bytes was cut to " + MAX_KEY_BYTES;
            key = Arrays.copyOf(key, MAX_KEY_BYTES);
        }
        Headers headers = new RecordHeaders()
                .add("reason", utf8(reason))
                .add("topic", utf8(record.source().topic()))
                .add("partition", utf8(String.valueOf(record.source().partition())))
                .add("offset", utf8(String.valueOf(record.source().offset())));
        scope.send(stream.deadLetters(), key, value, headers);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
