package io.homeostat.healer.watching;

import io.homeostat.healer.signals.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of an HTTP request. Immutable.
 *
 * @param answer what it means
 * @param tookMillis how long it took
 * @param detail what was said, or why nothing came
 * @param body the JSON; {@code null} if there was none
 */
record Reply(
        Answer answer,
        long tookMillis,
        String detail,
        @Nullable JsonNode body) {}
