package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.remedies.RemedyKind;

/**
 * What is about to be done. Immutable.
 *
 * @param target to which
 * @param remedy what
 * @param fault why
 * @param faultMillis for how long it has been so
 * @param nowMillis the monotonic time
 */
public record Intent(String target, RemedyKind remedy, FaultKind fault, long faultMillis, long nowMillis) {

    String words() {
        return "%s of %s".formatted(remedy.label(), target);
    }
}
