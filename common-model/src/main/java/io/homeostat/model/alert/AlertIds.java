package io.homeostat.model.alert;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Makes the ids of alerts: the same of the same beginning, and in the order in which alerts began. Thread-safe; one hash
 * of the identity.
 *
 * <p>The form is a UUID of version 8 (RFC 9562, section 5.8): 48 bits of the time in milliseconds, as in version 7, then
 * 74 bits of a hash of what tells it from others. Ids in the order of time let a database put new alerts side by side;
 * with hashes alone each would touch another page of its index.
 */
public final class AlertIds {

    private static final long VERSION_8 = 0x8000;
    private static final long HASH_IN_FIRST_HALF = 0x0fff;

    private AlertIds() {}

    /**
     * The id of an alert.
     *
     * @param raisedAtMillis the event time of what first raised it, in milliseconds since the epoch, within 48 bits
     * @param identity everything that tells it from other alerts
     */
    public static String of(long raisedAtMillis, String identity) {
        UUID hash = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
        long first = (raisedAtMillis << 16) | VERSION_8 | (hash.getMostSignificantBits() & HASH_IN_FIRST_HALF);
        return new UUID(first, hash.getLeastSignificantBits()).toString();
    }
}
