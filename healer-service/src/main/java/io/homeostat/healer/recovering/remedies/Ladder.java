package io.homeostat.healer.recovering.remedies;

import java.util.ArrayList;
import java.util.List;

/**
 * The remedies for a kind of fault in the order in which they are tried, gentle to hard; the last calls a person.
 * Immutable.
 *
 * @param remedies with rungs that never go down; one may stand there twice, and is then tried twice
 */
public record Ladder(List<RemedyKind> remedies) {

    public Ladder {
        remedies = List.copyOf(remedies);
        if (remedies.isEmpty() || remedies.indexOf(RemedyKind.CALL_PERSON) != remedies.size() - 1) {
            throw new IllegalArgumentException(
                    "a ladder must end with call-person and have it nowhere else, was " + labels(remedies));
        }
        for (int i = 1; i < remedies.size(); i++) {
            if (remedies.get(i).rung() < remedies.get(i - 1).rung()) {
                throw new IllegalArgumentException("a ladder must go from gentle to hard, but %s comes after %s"
                        .formatted(remedies.get(i).label(), remedies.get(i - 1).label()));
            }
        }
    }

    /**
     * What is left when these were tried, on this ladder or on another: each stands for one of its kind, and nothing
     * gentler than the hardest of them is left, but a quarantine: once the record is known on which all dies, nothing
     * harder helps. Never empty as long as no person was called.
     */
    public List<RemedyKind> without(List<RemedyKind> tried) {
        int hardest = tried.stream().mapToInt(RemedyKind::rung).max().orElse(0);
        List<RemedyKind> left = new ArrayList<>(remedies);
        tried.forEach(left::remove);
        left.removeIf(remedy -> remedy.rung() < hardest && remedy != RemedyKind.QUARANTINE);
        return List.copyOf(left);
    }

    private static List<String> labels(List<RemedyKind> remedies) {
        return remedies.stream().map(RemedyKind::label).toList();
    }
}
