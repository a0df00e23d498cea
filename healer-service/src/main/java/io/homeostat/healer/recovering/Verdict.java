package io.homeostat.healer.recovering;

import java.util.Locale;

/** How a remedy, or in the end an incident, came out. */
public enum Verdict {
    /** The target works again: progress was seen from outside, and it lasted. */
    HEALED,
    /** It does not; the next remedy follows. Never the end of an incident. */
    NOT_HEALED,
    /** It may: nothing speaks against it, and there was nothing to see that would prove it. */
    INCONCLUSIVE,
    /** The suspicion cleared by itself before anything was done, or belongs to another incident. */
    WITHDRAWN,
    /** A person was called. */
    HANDED_OVER;

    /** The verdict as it stands in JSON and in metrics: {@code handed-over}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
