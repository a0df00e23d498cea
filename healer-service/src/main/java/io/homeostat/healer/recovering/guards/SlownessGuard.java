package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.recovering.remedies.FaultNature;
import io.homeostat.healer.signals.Role;
import io.homeostat.healer.signals.TargetSignals;

/** Nothing is restarted because it is slow, or because of what it only suffers from. */
record SlownessGuard() implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        Role role = circumstances
                .snapshot()
                .target(intent.target())
                .map(TargetSignals::role)
                .orElse(Role.SERVICE);
        if (!intent.remedy().isRestart()
                || FaultNature.restartable(intent.fault()).contains(role)) {
            return Ruling.ALLOWED;
        }
        return refuse(
                "no %s for %s: a restart would not help it"
                        .formatted(intent.words(), intent.fault().label()),
                Ruling.UNKNOWN);
    }

    @Override
    public boolean bindsPersons() {
        return false;
    }

    @Override
    public String name() {
        return "slowness";
    }
}
