package io.homeostat.detection.quality;

import io.homeostat.model.correction.QualityFlag;
import java.util.Collection;

/** Joins the flags of several tests into one. Stateless. */
public final class Flags {

    private Flags() {}

    /**
     * The worst flag. A test that could say something counts before one that could not: missing, not evaluated, good,
     * suspect, fail, each before the ones named ahead of it. Of no flags: not evaluated.
     */
    public static QualityFlag worst(Collection<QualityFlag> flags) {
        QualityFlag worst = null;
        for (QualityFlag flag : flags) {
            if (worst == null || rank(flag) > rank(worst)) {
                worst = flag;
            }
        }
        return worst == null ? QualityFlag.NOT_EVALUATED : worst;
    }

    private static int rank(QualityFlag flag) {
        return switch (flag) {
            case MISSING -> 0;
            case NOT_EVALUATED -> 1;
            case GOOD -> 2;
            case SUSPECT -> 3;
            case FAIL -> 4;
        };
    }
}
