package io.homeostat.healer.recovering.guards;

import java.util.Map;

/**
 * What people have ordered, and what this healer may do beside others. Immutable.
 *
 * @param mode how much the healer may do
 * @param stopped whether the kill switch is on: nothing is done to any target
 * @param maintenance by the target's name
 * @param authority what this healer may do, of several
 */
public record Orders(HealingMode mode, boolean stopped, Map<String, Maintenance> maintenance, Authority authority) {

    /** To act, with nothing in maintenance. */
    public static final Orders ACT = new Orders(HealingMode.ACT, false, Map.of(), Authority.FULL);

    public Orders {
        maintenance = Map.copyOf(maintenance);
    }
}
