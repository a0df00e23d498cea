package io.homeostat.healer.recovering.guards;

import java.util.Optional;

/** One remedy at a time on a target. */
record SingleFlight() implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        Optional<String> running = circumstances.ledger().running(intent.target());
        if (intent.remedy().actsOnTarget() && running.isPresent()) {
            return refuse("%s has to wait: %s is under way".formatted(intent.words(), running.get()), Ruling.UNKNOWN);
        }
        return Ruling.ALLOWED;
    }

    @Override
    public String name() {
        return "single-flight";
    }
}
