package io.homeostat.model;

import java.util.regex.Pattern;

/**
 * The names that follow from a stream's name: its topics and its field in the JSON.
 *
 * <p>A stream's name is at most 100 characters of letters, digits, {@code _} and {@code -}, because Kafka allows these
 * in a topic and a sensor's path in the HTTP interface is built from it. Immutable.
 *
 * @param stream the stream's name, such as {@code temperature}
 */
public record StreamTopics(String stream) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    public StreamTopics {
        if (!ALLOWED.matcher(stream).matches()) {
            throw new IllegalArgumentException(
                    "a stream's name must be 1 to 100 letters, digits, '_' or '-', was \"%s\"".formatted(stream));
        }
    }

    /** The topic that the stream's readings come in on. */
    public String readings() {
        return stream;
    }

    /** The topic with the corrections of the stream's readings. */
    public String adjusted() {
        return stream + "_adjusted";
    }

    /** The topic with the records that could not be read, each with its reason. */
    public String deadLetters() {
        return stream + ".dlq";
    }

    /** The topic on which the simulation says which faults it injected. */
    public String truth() {
        return stream + ".truth";
    }

    /** The field of the JSON object that holds a reading's value. */
    public String valueField() {
        return stream;
    }
}
