package io.homeostat.runtime.stream;

import io.homeostat.model.reading.Source;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came.
 *
 * @param key its key, {@code null} if it had none
 * @param value its value, {@code null} if it had none
 * @param source where it stands
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call, is never compared
public record RawRecord(byte @Nullable [] key, byte @Nullable [] value, Source source) {}
