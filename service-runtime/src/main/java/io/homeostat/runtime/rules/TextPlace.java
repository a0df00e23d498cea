package io.homeostat.runtime.rules;

/**
 * A stretch of a text, from its first character to the one behind its last. Immutable.
 *
 * @param line its first line, from 1
 * @param column its first character in that line, from 1, in Unicode characters and not in units of UTF-16
 * @param endLine the line in which it ends
 * @param endColumn the character behind its last
 */
public record TextPlace(int line, int column, int endLine, int endColumn) {

    public TextPlace {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "a place must begin at 1 or later and not end before it begins, was from %d:%d to %d:%d"
                            .formatted(line, column, endLine, endColumn));
        }
    }
}
