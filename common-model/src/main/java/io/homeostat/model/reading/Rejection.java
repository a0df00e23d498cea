package io.homeostat.model.reading;

/**
 * Why a record could not be read as a reading. Immutable.
 *
 * @param code the class of the fault, a label of the metric {@code homeostat_readings_rejected_total}
 * @param reason a sentence for people: what was wrong, what is allowed
 */
public record Rejection(RejectionCode code, String reason) implements Decoding {}
