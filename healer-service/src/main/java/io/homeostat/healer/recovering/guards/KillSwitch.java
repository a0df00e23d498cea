package io.homeostat.healer.recovering.guards;

/** While the kill switch is on, nothing is done to any target. */
record KillSwitch() implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        if (intent.remedy().actsOnTarget() && circumstances.orders().stopped()) {
            return refuseByOrder("the kill switch is on: no " + intent.words(), Ruling.UNKNOWN);
        }
        return Ruling.ALLOWED;
    }

    @Override
    public String name() {
        return "kill-switch";
    }
}
