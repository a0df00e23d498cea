package io.homeostat.monitor.explaining;

/**
 * What is answered to the question why, in a word and in a sentence. Immutable.
 *
 * @param code for pages
 * @param sentence for people
 */
record Answer(String code, String sentence) {}
