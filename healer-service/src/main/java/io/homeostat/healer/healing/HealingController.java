package io.homeostat.healer.healing;

import io.homeostat.healer.recovering.guards.HealingMode;
import io.homeostat.healer.recovering.remedies.Learned;
import io.homeostat.runtime.web.Page;
import io.homeostat.runtime.web.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
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
     * @param authority what this healer may do beside others: {@code full}, {@code broker-only} or {@code none}; not
     *     looked at in a call
     */
    record Healing(
            @Nullable String mode,
            @Nullable Boolean stopped,
            @Nullable String authority) {}

    private final StandingOrders orders;
    private final PersonsOrders persons;

    HealingController(StandingOrders orders, PersonsOrders persons) {
        this.orders = orders;
        this.persons = persons;
    }

    /** Which remedy worked for which fault of which target, and how long it took. */
    @GetMapping("/experience")
    Page<Learned> experience(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return Page.of(persons.learned(), page, size);
    }

    /** Forgets that, of one target or of all. */
    @DeleteMapping("/experience")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@RequestParam(required = false) @Nullable String target) {
        persons.forget(target);
    }

    @GetMapping
    Healing get() {
        return new Healing(
                orders.mode().label(),
                orders.stopped(),
                orders.now().authority().label());
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
