package io.homeostat.detection.condition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something was found, for logs and for pages. Immutable.
 *
 * @param code stands for the sentence, so that a page can say it in the person's language
 * @param sentence the sentence in English
 * @param arguments what the sentence names, in its order
 */
public record Reason(String code, String sentence, Map<String, Object> arguments) {

    public Reason {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
