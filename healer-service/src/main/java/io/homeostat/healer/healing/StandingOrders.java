package io.homeostat.healer.healing;

import io.homeostat.healer.recovering.guards.Authority;
import io.homeostat.healer.recovering.guards.HealingMode;
import io.homeostat.healer.recovering.guards.Maintenance;
import io.homeostat.healer.recovering.guards.Orders;
import io.homeostat.healer.watching.MaintenanceWindows;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What people have ordered until they order otherwise, and what the group of the healers allows. Thread-safe. */
final class StandingOrders {

    private final MaintenanceWindows windows;
    private final Supplier<Authority> authority;
    private volatile HealingMode mode;
    private volatile boolean stopped;

    StandingOrders(HealingMode mode, MaintenanceWindows windows, Supplier<Authority> authority) {
        this.authority = authority;
        this.mode = mode;
        this.windows = windows;
    }

    HealingMode mode() {
        return mode;
    }

    boolean stopped() {
        return stopped;
    }

    void set(HealingMode newMode, boolean nowStopped) {
        mode = newMode;
        stopped = nowStopped;
    }

    Orders now() {
        Map<String, Maintenance> maintenance = new HashMap<>();
        windows.open()
                .forEach((target, window) ->
                        maintenance.put(target, new Maintenance(window.endMillis(), window.reason())));
        return new Orders(mode, stopped, maintenance, authority.get());
    }
}
