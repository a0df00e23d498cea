package io.homeostat.detection.rule;

/**
 * A pattern on sensor ids: {@code *} stands for any characters, {@code ?} for one, all others for themselves.
 * Immutable. Matching costs at most pattern length times id length: the wildcards are tried without recursion.
 *
 * @param pattern the pattern as written
 */
public record SensorGlob(String pattern) {

    /** Whether a sensor is meant. */
    public boolean matches(String sensorId) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int next = 0;
        while (at < sensorId.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                resume = at;
            } else if (next < pattern.length()
                    && (pattern.charAt(next) == '?' || pattern.charAt(next) == sensorId.charAt(at))) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }
}
