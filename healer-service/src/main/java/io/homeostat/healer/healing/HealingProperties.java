package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.DiagnosisLimits;
import io.homeostat.healer.recovering.RecoverySettings;
import io.homeostat.healer.recovering.guards.GuardSettings;
import io.homeostat.healer.recovering.guards.HealingMode;
import io.homeostat.healer.recovering.remedies.Ladders;
import io.homeostat.runtime.settings.Allowed;
import io.homeostat.runtime.settings.RefusedSettingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the healing under {@code homeostat.healing}. Immutable.
 *
 * @param mode how much the healer may do about sick targets by itself, until that is ordered otherwise by HTTP
 * @param stable for how long a target must work, or a suspicion be gone, until that is believed
 * @param patience for how long to wait for what only passes by itself before a person is called
 * @param standstill how long a suspicion must last before anything is done
 * @param ladders remedies by the kind of fault ({@code stalled-pipeline}), or by kind and role ({@code
 *     broker-down.broker}), in the place of the defaults
 * @param budget how often restarts may be
 * @param limits from which figures on something is wrong
 */
@ConfigurationProperties("homeostat.healing")
public record HealingProperties(
        @DefaultValue("act") HealingMode mode,
        @DefaultValue("PT5S") Duration stable,
        @DefaultValue("PT5M") Duration patience,
        @DefaultValue("PT8S") Duration standstill,
        @DefaultValue Map<String, List<String>> ladders,
        @DefaultValue Budget budget,
        @DefaultValue Limits limits) {

    private static final String PREFIX = "homeostat.healing.";
    private static final Duration LONGEST = Duration.ofDays(1);

    public HealingProperties {
        Allowed.positive(PREFIX + "stable", stable, LONGEST);
        Allowed.positive(PREFIX + "patience", patience, LONGEST);
        Allowed.positive(PREFIX + "standstill", standstill, LONGEST);
        ladders = Map.copyOf(ladders);
    }

    Ladders asLadders() {
        try {
            return Ladders.configured(ladders);
        } catch (IllegalArgumentException e) {
            throw RefusedSettingException.of(PREFIX + "ladders", String.valueOf(e.getMessage()), ladders);
        }
    }

    RecoverySettings asRecoverySettings() {
        return refusing("stable", () -> new RecoverySettings(stable.toMillis(), patience.toMillis()));
    }

    GuardSettings asGuardSettings() {
        GuardSettings defaults = GuardSettings.DEFAULTS;
        return refusing(
                "budget",
                () -> new GuardSettings(
                        budget.target(),
                        budget.system(),
                        budget.window().toMillis(),
                        budget.firstBackOff().toMillis(),
                        budget.mostBackOff().toMillis(),
                        defaults.jitter(),
                        budget.calm().toMillis(),
                        budget.stormTargets(),
                        standstill.toMillis()));
    }

    DiagnosisLimits asLimits() {
        return refusing("limits", limits::asLimits);
    }

    private static <T> T refusing(String key, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw RefusedSettingException.of(PREFIX + key, String.valueOf(e.getMessage()), "such");
        }
    }

    /**
     * How often restarts may be. Immutable.
     *
     * @param target restarts of one target within the window
     * @param system restarts of all targets together within the window
     * @param window the sliding window of both
     * @param firstBackOff from the first remedy to the second on one target; then it doubles
     * @param mostBackOff to at most this
     * @param calm how long a target must be without a fault until the first back-off holds again
     * @param stormTargets how many targets at fault at once are a storm
     */
    public record Budget(
            @DefaultValue("3") int target,
            @DefaultValue("6") int system,
            @DefaultValue("PT10M") Duration window,
            @DefaultValue("PT5S") Duration firstBackOff,
            @DefaultValue("PT2M") Duration mostBackOff,
            @DefaultValue("PT1M") Duration calm,
            @DefaultValue("3") int stormTargets) {}

    /**
     * From which figures on something is wrong; those of {@link DiagnosisLimits} that depend on the plant. Immutable.
     *
     * @param silenceFloor a silence shorter than this is never unusual
     * @param silenceCeiling a silence this long is unusual whatever was usual before
     * @param phi the suspicion from which a silence between floor and ceiling is unusual
     * @param stallFloor a pipeline that stands still for less than this is never unusual
     * @param stall how long a pipeline, or a canary in it, may stand still whatever was usual before
     * @param behind how far a pipeline that goes on may be behind
     * @param noInput how long nothing at all may be written to a stream
     * @param diskLeftBytes the least that must be free where the state lies
     */
    public record Limits(
            @DefaultValue("PT2S") Duration silenceFloor,
            @DefaultValue("PT10S") Duration silenceCeiling,
            @DefaultValue("8") double phi,
            @DefaultValue("PT2.5S") Duration stallFloor,
            @DefaultValue("PT8S") Duration stall,
            @DefaultValue("PT10S") Duration behind,
            @DefaultValue("PT1M") Duration noInput,
            @DefaultValue("268435456") long diskLeftBytes) {

        DiagnosisLimits asLimits() {
            DiagnosisLimits fixed = DiagnosisLimits.DEFAULTS;
            return new DiagnosisLimits(
                    silenceFloor,
                    silenceCeiling,
                    phi,
                    fixed.grace(),
                    fixed.settling(),
                    stallFloor,
                    stall,
                    fixed.heldBack(),
                    noInput,
                    fixed.notReady(),
                    fixed.warmUp(),
                    behind,
                    fixed.crashLoopEnds(),
                    fixed.poisonTimes(),
                    fixed.slowFloor(),
                    fixed.slowFactor(),
                    fixed.heapFull(),
                    fixed.heapTight(),
                    fixed.collecting(),
                    fixed.collectorPause(),
                    diskLeftBytes,
                    fixed.filesOpen(),
                    fixed.changedLately());
        }
    }
}
