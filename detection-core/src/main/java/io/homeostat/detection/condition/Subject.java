package io.homeostat.detection.condition;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What it is that is compared with limits, for the sentences that say so. Immutable.
 *
 * @param code what the codes of its reasons begin with; empty for the value itself
 * @param words how it is called in a sentence, with a {@code %s} where the figure stands
 * @param arguments what else a page must know to say it
 */
record Subject(String code, String words, Map<String, Object> arguments) {

    /** The value of a reading. */
    static final Subject VALUE = new Subject("", "%s", Map.of());

    Reason compared(String ending, String comparison, double measure, double limit) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("value", measure);
        all.put("limit", limit);
        all.putAll(arguments);
        String whole = code.isEmpty() ? ending : code + "-" + ending;
        return new Reason(whole, words.replace("%s", String.valueOf(measure)) + " is " + comparison + " " + limit, all);
    }
}
