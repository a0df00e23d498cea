package io.homeostat.detection.condition;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What it is that is compared with limits, for the sentences that say so. Immutable.
 *
 * @param code what the codes of its reasons begin with; empty for the value itself
 * @param words how it is called in a sentence, with a {@code %s} where the figure stands
 * @param bound how its limit is called, likewise
 * @param arguments what else a page must know to say it
 */
record Subject(String code, String words, String bound, Map<String, Object> arguments) {

    /** The value of a reading. */
    static final Subject VALUE = new Subject("", "%s", Map.of());

    /** The value of a reading, beside what its sensor can measure. */
    static final Subject MEASUREMENT = new Subject("physical", "%s", "the sensor's physical limit of %s", Map.of());

    /** A subject whose limits are called nothing else. */
    Subject(String code, String words, Map<String, Object> arguments) {
        this(code, words, "%s", arguments);
    }

    Reason compared(String ending, String comparison, double measure, double limit) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("value", measure);
        all.put("limit", limit);
        all.putAll(arguments);
        String whole = code.isEmpty() ? ending : code + "-" + ending;
        String sentence = words.replace("%s", String.valueOf(measure)) + " is " + comparison + " "
                + bound.replace("%s", String.valueOf(limit));
        return new Reason(whole, sentence, all);
    }
}
