package io.homeostat.healer.recovering.guards;

/** One reason for which a remedy may be refused. Each is stateless: what was done lately is in the ledger. */
interface Guard {

    /** Whether this guard lets it pass. */
    Ruling judge(Intent intent, Circumstances circumstances);

    /** A short stable name, as it stands in JSON and in metrics. */
    String name();

    /** Whether it holds for what a person orders, too, who may know more than is seen. */
    default boolean bindsPersons() {
        return true;
    }

    /** Says no, until a time. */
    default Ruling refuse(String sentence, long untilMillis) {
        return new Ruling.Refused(name(), sentence, untilMillis, false);
    }

    /** Says no, because a person said so. */
    default Ruling refuseByOrder(String sentence, long untilMillis) {
        return new Ruling.Refused(name(), sentence, untilMillis, true);
    }
}
