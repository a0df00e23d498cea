package io.homeostat.monitor.machinery;

/** What may be wrong with the machinery; in an alert it stands where a reading's alert has its rule. */
enum MachineryRule {
    /** An incident that the healer hands to a person. */
    INCIDENT("homeostat-incident"),
    /** A service that gives no sign of life. */
    HEARTBEAT("homeostat-heartbeat");

    /** The stream of all alerts about machinery. */
    static final String STREAM = "homeostat";

    private final String id;

    MachineryRule(String id) {
        this.id = id;
    }

    /** The rule's id in alerts. */
    String id() {
        return id;
    }

    /** Whether an alert is one about machinery. */
    static boolean isOurs(String stream, String ruleId) {
        return stream.equals(STREAM) && (ruleId.equals(INCIDENT.id) || ruleId.equals(HEARTBEAT.id));
    }
}
