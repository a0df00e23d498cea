package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.recovering.remedies.Spans;

/** What a person works on is left alone, and nobody is called for it. */
record MaintenanceGuard() implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        if (intent.remedy() == RemedyKind.HOLD || !circumstances.inMaintenance(intent.target())) {
            return Ruling.ALLOWED;
        }
        Maintenance ordered = circumstances.orders().maintenance().get(intent.target());
        if (ordered == null) {
            return refuseByOrder(intent.target() + " is in maintenance", Ruling.UNKNOWN);
        }
        return refuseByOrder(
                "%s is in maintenance for another %s: %s"
                        .formatted(
                                intent.target(),
                                Spans.words(ordered.untilMillis() - intent.nowMillis()),
                                ordered.reason()),
                ordered.untilMillis());
    }

    @Override
    public String name() {
        return "maintenance";
    }
}
