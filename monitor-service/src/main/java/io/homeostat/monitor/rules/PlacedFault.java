package io.homeostat.monitor.rules;

import io.homeostat.model.rule.RuleFault;
import io.homeostat.runtime.rules.TextPlace;
import io.homeostat.runtime.rules.YamlOutline;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a rule that somebody is writing, and where. Immutable.
 *
 * @param path as in {@link RuleFault}, as are value, allowed and hint
 * @param place the text that is wrong, and that a hint stands in for; of what is missing, the name of what lacks it;
 *     {@code null} where it is not known
 */
record PlacedFault(
        String path,
        @Nullable Object value,
        String allowed,
        @Nullable String hint,
        @Nullable TextPlace place) {

    /** How the fault begins of what should not be there at all: it is the name that is wrong. */
    private static final String TOO_MUCH = "left out";

    static PlacedFault of(RuleFault fault, @Nullable YamlOutline outline) {
        return new PlacedFault(
                fault.path(),
                fault.value(),
                fault.allowed(),
                fault.hint(),
                outline == null ? null : place(fault, outline));
    }

    private static @Nullable TextPlace place(RuleFault fault, YamlOutline outline) {
        String path = fault.path();
        return (fault.allowed().startsWith(TOO_MUCH) ? outline.name(path) : outline.value(path))
                .orElseGet(() -> placeOfOwner(path, outline));
    }

    private static @Nullable TextPlace placeOfOwner(String path, YamlOutline outline) {
        int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        if (end <= 0) {
            return null;
        }
        String owner = path.substring(0, end);
        return outline.name(owner).or(() -> outline.value(owner)).orElseGet(() -> placeOfOwner(owner, outline));
    }
}
