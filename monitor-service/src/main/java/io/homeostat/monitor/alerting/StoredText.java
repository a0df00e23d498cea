package io.homeostat.monitor.alerting;

/** Text as a database takes it: PostgreSQL refuses the character 0. */
public final class StoredText {

    private StoredText() {}

    /** The text with another character in the place of 0. */
    public static String of(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /** At most that many characters; a longer text ends with an ellipsis. */
    public static String cut(String text, int length) {
        return of(text.length() <= length ? text : text.substring(0, length - 1) + "…");
    }
}
