package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.signals.TargetSignals;
import org.jspecify.annotations.Nullable;

/**
 * A remedy that is to be done now. Immutable.
 *
 * @param remedy what
 * @param target to whom, as it is seen now
 * @param incidentId because of which incident
 * @param why the incident so far, in a sentence for a person
 * @param generation of the healers' group, so that whoever hears an order of an older one refuses it; {@code null}: unknown
 */
public record Order(
        RemedyKind remedy,
        TargetSignals target,
        String incidentId,
        String why,
        @Nullable Long generation) {}
