package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.recovering.remedies.RemedyKind;

/** In the mode {@code observe} nothing is done and nobody called; in {@code suggest} nothing is done to a target. */
record ModeGuard() implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        return switch (circumstances.orders().mode()) {
            case ACT -> Ruling.ALLOWED;
            case SUGGEST ->
                intent.remedy().actsOnTarget()
                        ? refuseByOrder(
                                "suggested: %s; the mode is suggest, so a person has to do it"
                                        .formatted(intent.words()),
                                Ruling.UNKNOWN)
                        : Ruling.ALLOWED;
            case OBSERVE ->
                intent.remedy() == RemedyKind.HOLD
                        ? Ruling.ALLOWED
                        : refuseByOrder("the mode is observe: no " + intent.words(), Ruling.UNKNOWN);
        };
    }

    @Override
    public boolean bindsPersons() {
        return false;
    }

    @Override
    public String name() {
        return "mode";
    }
}
