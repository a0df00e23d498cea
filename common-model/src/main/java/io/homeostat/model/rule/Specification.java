package io.homeostat.model.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A kind and its parameters, as written: the data from which the detection core makes a condition or a correction.
 * Immutable.
 *
 * @param kind the kind's name: {@code threshold}, {@code clamp}, …
 * @param parameters the other fields, in the order in which they were written: numbers, texts, lists, maps
 */
public record Specification(String kind, Map<String, Object> parameters) {

    public Specification {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
