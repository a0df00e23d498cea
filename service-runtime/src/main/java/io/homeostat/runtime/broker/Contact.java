package io.homeostat.runtime.broker;

import java.time.Instant;

/**
 * How the contact to Kafka is. Immutable.
 *
 * @param up whether it answered when it was asked last
 * @param since since when this has been so
 * @param detail the cluster's id, or why there is no contact
 */
record Contact(boolean up, Instant since, String detail) {

    /** The contact after another answer: the time stays as long as nothing changes. */
    Contact next(boolean nowUp, String nowDetail, Instant now) {
        return new Contact(nowUp, nowUp == up ? since : now, nowDetail);
    }
}
