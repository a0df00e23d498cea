package io.homeostat.model.wording;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Guesses which of some words was meant by one that is none of them. Costs the product of two words' lengths. */
public final class Likeness {

    private static final int MOST_CHANGES = 2;

    private Likeness() {}

    /** The nearest word, two changes away at most; {@code null} if none is near. */
    public static @Nullable String nearest(String written, Collection<String> words) {
        String nearest = null;
        int fewest = Math.min(MOST_CHANGES, written.length() / 2) + 1;
        for (String word : words) {
            if (Math.abs(written.length() - word.length()) < fewest) {
                int changes = changes(written, word);
                if (changes < fewest) {
                    fewest = changes;
                    nearest = word;
                }
            }
        }
        return nearest;
    }

    /** How many single letters must be put in, left out or changed to make one word of another (Levenshtein, 1965). */
    public static int changes(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
