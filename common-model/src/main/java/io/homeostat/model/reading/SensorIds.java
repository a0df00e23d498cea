package io.homeostat.model.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A small cache from the bytes of a sensor id to its text, so that the same id is not made anew for each reading. Not
 * thread-safe.
 *
 * <p>A table of {@value #SLOTS} entries in which an id has two neighbouring places; a third one moves the older into
 * the second place and what stood there leaves. It never grows: at most about 1 MB with ids of usual length.
 */
final class SensorIds {

    private static final int SLOT_BITS = 13;

    static final int SLOTS = 1 << SLOT_BITS;

    private final @Nullable Entry[] entries = new Entry[SLOTS];

    /** The text if it is known, else {@code null}. */
    @Nullable
    String find(byte[] bytes, int from, int to) {
        int first = slot(bytes, from, to);
        Entry entry = entries[first];
        if (entry != null && entry.matches(bytes, from, to)) {
            return entry.text;
        }
        entry = entries[first ^ 1];
        return entry != null && entry.matches(bytes, from, to) ? entry.text : null;
    }

    /** Makes the text from bytes that are well-formed UTF-8, and remembers it. */
    String remember(byte[] bytes, int from, int to) {
        Entry entry = new Entry(Arrays.copyOfRange(bytes, from, to));
        int first = slot(bytes, from, to);
        entries[first ^ 1] = entries[first];
        entries[first] = entry;
        return entry.text;
    }

    private static int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + bytes[at];
        }
        // Fibonacci hashing: the upper bits of the product depend on all of the hash's.
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - SLOT_BITS);
    }

    private static final class Entry {

        private final byte[] key;
        private final String text;

        Entry(byte[] key) {
            this.key = key;
            text = new String(key, StandardCharsets.UTF_8);
        }

        boolean matches(byte[] bytes, int from, int to) {
            return Arrays.equals(key, 0, key.length, bytes, from, to);
        }
    }
}
