package io.homeostat.model.reading;

/**
 * Where one JSON value stands in the bytes that a {@link JsonScanner} reads. Mutable and reused: a decoder has one for
 * each field that it knows, so that of a field that comes twice the last one stays.
 */
final class JsonToken {

    /** The kinds of JSON values, and {@code ABSENT} for none. */
    enum Kind {
        ABSENT,
        NULL,
        BOOLEAN,
        NUMBER,
        STRING,
        OBJECT,
        ARRAY
    }

    Kind kind = Kind.ABSENT;

    /** The first byte; of a string the first after its quote. */
    int start;

    /** The byte after the last; of a string its closing quote. */
    int end;

    /** Whether it is a string with escapes in it. */
    boolean escaped;

    void clear() {
        kind = Kind.ABSENT;
        start = 0;
        end = 0;
        escaped = false;
    }

    void set(Kind newKind, int newStart, int newEnd, boolean hasEscapes) {
        kind = newKind;
        start = newStart;
        end = newEnd;
        escaped = hasEscapes;
    }

    boolean isThere() {
        return kind != Kind.ABSENT && kind != Kind.NULL;
    }
}
