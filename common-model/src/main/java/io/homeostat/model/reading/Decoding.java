package io.homeostat.model.reading;

/** What came of decoding one record: a {@link Reading}, or the {@link Rejection} that says why there is none. */
public sealed interface Decoding permits Reading, Rejection {}
