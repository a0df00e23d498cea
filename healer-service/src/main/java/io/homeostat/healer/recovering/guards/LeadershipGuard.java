package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.signals.Role;
import io.homeostat.healer.signals.TargetSignals;

/** Only the healer that leads does anything to a target; without Kafka's word the last leader treats Kafka alone. */
record LeadershipGuard() implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        if (!intent.remedy().actsOnTarget()) {
            return Ruling.ALLOWED;
        }
        return switch (circumstances.orders().authority()) {
            case FULL -> Ruling.ALLOWED;
            case BROKER_ONLY ->
                isBroker(intent, circumstances)
                        ? Ruling.ALLOWED
                        : refuse(
                                "no %s: Kafka does not confirm that this healer leads".formatted(intent.words()),
                                Ruling.UNKNOWN);
            case NONE -> refuse("no %s: this healer does not lead".formatted(intent.words()), Ruling.UNKNOWN);
        };
    }

    private static boolean isBroker(Intent intent, Circumstances circumstances) {
        return circumstances
                .snapshot()
                .target(intent.target())
                .map(TargetSignals::role)
                .filter(role -> role == Role.BROKER)
                .isPresent();
    }

    @Override
    public String name() {
        return "leadership";
    }
}
