package io.homeostat.producer.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the readings of one request. Immutable.
 *
 * @param accepted how many Kafka has acknowledged
 * @param rejected those that are no readings, at most {@value #MOST_REJECTED}
 * @param rejectedInAll how many these are, if they are more than are listed; else {@code null}
 */
record IngestAnswer(
        int accepted,
        List<Rejected> rejected,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer rejectedInAll) {

    /** The most rejections that are listed, lest a bad body of 8 MiB get an answer of 80. */
    static final int MOST_REJECTED = 10_000;

    IngestAnswer {
        rejected = List.copyOf(rejected);
    }

    /** A reading that was not taken: its place in the body, from 0, and a sentence that says why. */
    record Rejected(int index, String reason) {}
}
