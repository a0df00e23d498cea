package io.homeostat.healer.healing;

import io.homeostat.healer.recovering.guards.HealingMode;
import io.homeostat.runtime.web.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much the healer may do by itself. */
@RestController
@RequestMapping("/api/healing")
class HealingController {

    /**
     * The mode, and the kill switch.
     *
     * @param mode {@code observe}, {@code suggest} or {@code act}
     * @param stopped whether nothing at all is done to any target; {@code null} in a call: as it is
     */
    record Healing(@Nullable String mode, @Nullable Boolean stopped) {}

    private final StandingOrders orders;

    HealingController(StandingOrders orders) {
        this.orders = orders;
    }

    @GetMapping
    Healing get() {
        return new Healing(orders.mode().label(), orders.stopped());
    }

    @PutMapping
    Healing put(@RequestBody Healing wanted) {
        HealingMode mode = wanted.mode() == null
                ? orders.mode()
                : Arrays.stream(HealingMode.values())
                        .filter(one -> one.label().equals(wanted.mode()))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.unprocessable(
                                "mode must be observe, suggest or act, was " + wanted.mode() + "."));
        orders.set(mode, wanted.stopped() == null ? orders.stopped() : wanted.stopped());
        return get();
    }
}
