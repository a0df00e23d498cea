package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.recovering.remedies.FaultNature;
import io.homeostat.healer.recovering.remedies.Spans;

/**
 * Nothing is done before there was no progress for some time; a process that ended needs no more proof.
 *
 * @param millis for how long
 */
record StandstillGuard(long millis) implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        if (!intent.remedy().actsOnTarget()
                || FaultNature.of(intent.fault()) == FaultNature.PROCESS_ENDED
                || intent.faultMillis() >= millis) {
            return Ruling.ALLOWED;
        }
        return refuse(
                "no %s before %s without progress, so far %s"
                        .formatted(intent.words(), Spans.words(millis), Spans.words(intent.faultMillis())),
                intent.nowMillis() + millis - intent.faultMillis());
    }

    @Override
    public boolean bindsPersons() {
        return false;
    }

    @Override
    public String name() {
        return "standstill";
    }
}
