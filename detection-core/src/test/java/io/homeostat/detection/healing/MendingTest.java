package io.homeostat.detection.healing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MendingTest {

    private final Evidence evidence = new Evidence();
    private final Healed healed = new Healed();

    @BeforeEach
    void know() {
        evidence.raw = 99;
        evidence.value = 99;
        evidence.own = 21;
        evidence.ownVariance = 0.5;
        evidence.noise = 0.01;
        evidence.siblings = 20;
        evidence.siblingsVariance = 0.04;
        evidence.median = 20.5;
        evidence.heard = 3;
        evidence.lastGood = 21.5;
        evidence.lowest = -40;
        evidence.highest = 85;
        evidence.bias = Double.NaN;
        evidence.before = Double.NaN;
        evidence.following = Double.NaN;
        evidence.join(true);
    }

    @Test
    void clampTakesTheNearestValueThatCanBeMeasured() {
        assertMended(new Clamp(), 85, Double.NaN);
        evidence.raw = 50;
        assertThat(new Clamp().mend(evidence, FaultKind.SPIKE, healed)).isFalse();
    }

    @Test
    void holdTakesTheLastGoodOne() {
        assertMended(new Hold(), 21.5, Math.sqrt(0.51));
        evidence.lastGood = Double.NaN;
        assertThat(new Hold().mend(evidence, FaultKind.SPIKE, healed)).isFalse();
    }

    @Test
    void predictTakesWhatThePastForetells() {
        assertMended(new Predict(), 21, Math.sqrt(0.5));
    }

    @Test
    void siblingsAndMedianNeedWitnesses() {
        assertMended(new FromSiblings(), 20, 0.2);
        assertMended(new Median(), 20.5, Math.sqrt(Math.PI / 2 * 0.04));
        evidence.heard = 0;
        assertThat(new FromSiblings().mend(evidence, FaultKind.OFFSET, healed)).isFalse();
        assertThat(new Median().mend(evidence, FaultKind.OFFSET, healed)).isFalse();
    }

    @Test
    void unbiasTakesOffWhatIsTooMuch() {
        assertThat(new Unbias().mend(evidence, FaultKind.DRIFT, healed)).isFalse();
        evidence.bias = 70;
        evidence.biasVariance = 0.03;
        assertMended(new Unbias(), 29, 0.2);
    }

    @Test
    void interpolateWaitsForTheNextReading() {
        assertThat(new Interpolate().mend(evidence, FaultKind.DROPOUT, healed)).isFalse();
        evidence.before = 10;
        evidence.following = 20;
        evidence.shareOfGap = 0.25;
        assertThat(new Interpolate().mend(evidence, FaultKind.DROPOUT, healed)).isTrue();
        assertThat(healed.value()).isEqualTo(12.5);
    }

    @Test
    void noneLeavesTheReadingAsItCame() {
        assertMended(new None(), 99, Double.NaN);
        assertThat(healed.method()).isEqualTo("none");
    }

    @Test
    void autoIsNotLessCertainThanTheBestOfTheOthers() {
        assertThat(new Auto().mend(evidence, FaultKind.OFFSET, healed)).isTrue();
        assertThat(healed.uncertainty()).isLessThanOrEqualTo(0.2);
        assertThat(healed.value()).isBetween(20.0, 20.2);
        assertThat(healed.method()).isEqualTo("siblings");
    }

    @Test
    void everyMethodHasANameOfItsOwn() {
        assertThat(Mending.all().stream().map(Mending::label))
                .containsExactly(
                        "auto",
                        "clamp",
                        "hold",
                        "predict",
                        "siblings",
                        "median",
                        "unbias",
                        "interpolate",
                        "fill",
                        "none");
    }

    private void assertMended(Mending mending, double value, double uncertainty) {
        assertThat(mending.mend(evidence, FaultKind.SPIKE, healed)).isTrue();
        assertThat(healed.value()).isEqualTo(Double.valueOf(value));
        assertThat(healed.uncertainty()).isEqualTo(Double.valueOf(uncertainty));
        assertThat(healed.method()).isEqualTo(mending.label());
    }
}
