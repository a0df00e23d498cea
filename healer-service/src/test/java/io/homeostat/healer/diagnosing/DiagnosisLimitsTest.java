package io.homeostat.healer.diagnosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DiagnosisLimitsTest {

    @Test
    void hasTheDefaultsThatAreWrittenDown() {
        assertThat(DiagnosisLimits.DEFAULTS)
                .isEqualTo(new DiagnosisLimits(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        8,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(2_500),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        3,
                        2,
                        Duration.ofSeconds(1),
                        10,
                        0.95,
                        0.85,
                        0.5,
                        0.3,
                        268_435_456,
                        0.95,
                        Duration.ofMinutes(5)));
    }

    @Test
    void refusesACeilingBelowTheFloor() {
        assertThatThrownBy(() -> silence(Duration.ofSeconds(3), Duration.ofSeconds(2), 8))
                .hasMessage("silenceCeiling must be at least silenceFloor (PT3S), was PT2S");
    }

    @Test
    void refusesATimeOfNothing() {
        assertThatThrownBy(() -> silence(Duration.ZERO, Duration.ofSeconds(2), 8))
                .hasMessage("silenceFloor must be longer than zero, was PT0S");
    }

    @Test
    void refusesAPhiThatAnySilenceWouldReach() {
        assertThatThrownBy(() -> silence(Duration.ofSeconds(2), Duration.ofSeconds(10), Double.NaN))
                .hasMessage("phi must be above 0.0, was NaN");
    }

    @Test
    void refusesAShareAboveTheWhole() {
        assertThatThrownBy(() -> shares(1.01, 256)).hasMessage("heapFull must be above 0 and at most 1, was 1.01");
    }

    @Test
    void refusesADiskWithLessThanNothing() {
        assertThatThrownBy(() -> shares(0.95, -1)).hasMessage("diskLeftBytes must not be negative, was -1");
    }

    private static DiagnosisLimits silence(Duration floor, Duration ceiling, double phi) {
        return limits(floor, ceiling, phi, 0.95, 256);
    }

    private static DiagnosisLimits shares(double heapFull, long diskLeftBytes) {
        return limits(Duration.ofSeconds(2), Duration.ofSeconds(10), 8, heapFull, diskLeftBytes);
    }

    private static DiagnosisLimits limits(
            Duration floor, Duration ceiling, double phi, double heapFull, long diskLeftBytes) {
        DiagnosisLimits usual = DiagnosisLimits.DEFAULTS;
        return new DiagnosisLimits(
                floor,
                ceiling,
                phi,
                usual.grace(),
                usual.settling(),
                usual.stallFloor(),
                usual.stall(),
                usual.heldBack(),
                usual.noInput(),
                usual.notReady(),
                usual.warmUp(),
                usual.behind(),
                usual.crashLoopEnds(),
                usual.poisonTimes(),
                usual.slowFloor(),
                usual.slowFactor(),
                heapFull,
                usual.heapTight(),
                usual.collecting(),
                usual.collectorPause(),
                diskLeftBytes,
                usual.filesOpen(),
                usual.changedLately());
    }
}
