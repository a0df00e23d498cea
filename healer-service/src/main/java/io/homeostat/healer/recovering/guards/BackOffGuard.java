package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.recovering.remedies.Spans;

/** From one remedy to the next on a target the wait doubles, and only a calm time makes it short again. */
record BackOffGuard() implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        long notBefore = circumstances.ledger().notBeforeMillis(intent.target());
        if (!intent.remedy().actsOnTarget() || intent.nowMillis() >= notBefore) {
            return Ruling.ALLOWED;
        }
        return refuse(
                "%s has to wait another %s after the remedy before"
                        .formatted(intent.words(), Spans.words(notBefore - intent.nowMillis())),
                notBefore);
    }

    @Override
    public String name() {
        return "back-off";
    }
}
