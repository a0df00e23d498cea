package io.homeostat.healer.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.signals.PartitionSignal;
import org.junit.jupiter.api.Test;

class PartitionTrackTest {

    private final PartitionTrack track = new PartitionTrack("temperature", 2);

    @Test
    void standsStillOnlyWithSomethingToRead() {
        track.note(0, 10, 10, 10);
        track.note(1_000, 10, 10, 10);
        assertThat(track.view(1_000).stillMillis()).isZero();

        track.note(2_000, 10, 15, 15);
        track.note(9_000, 10, 20, 20);
        assertThat(track.view(9_000).stillMillis()).isEqualTo(7_000);
        assertThat(track.view(9_000).lag()).isEqualTo(10);
    }

    @Test
    void isTheMoreSuspiciousTheMoreRegularItMovedBefore() {
        for (int second = 0; second <= 20; second++) {
            track.note(second * 1_000L, second * 100L, second * 100L + 10, second * 100L + 10);
        }
        assertThat(track.view(20_000).suspicion()).isZero();

        track.note(21_000, 2_000, 2_110, 2_110);
        track.note(23_000, 2_000, 2_310, 2_310);
        assertThat(track.view(23_000).suspicion()).isGreaterThan(8);
    }

    @Test
    void isNotSuspiciousAfterATimeWithoutAnythingToRead() {
        for (int second = 0; second <= 20; second++) {
            track.note(second * 1_000L, second * 100L, second * 100L, second * 100L);
        }
        track.note(300_000, 2_000, 2_000, 2_000);
        track.note(301_000, 2_000, 2_001, 2_001);

        assertThat(track.view(301_000).suspicion()).isLessThan(8);
    }

    @Test
    void knowsAStepOfSomethingSlowFromTheLastOneBeforeAStop() {
        for (int second = 0; second <= 20; second++) {
            track.note(second * 1_000L, second * 100L, second * 100L + 10, second * 100L + 10);
        }
        assertThat(track.view(20_000).movedBehindMillisAgo()).isEqualTo(Long.MAX_VALUE);

        track.note(27_000, 2_000, 2_710, 2_710);
        track.note(28_000, 2_050, 2_810, 2_810);
        assertThat(track.view(30_000).movedBehindMillisAgo()).isEqualTo(2_000);
    }

    @Test
    void anyMoveIsProgress() {
        track.note(0, 10, 50, 50);
        track.note(5_000, 11, 60, 60);
        track.note(6_000, 11, 70, 70);

        PartitionSignal signal = track.view(6_000);
        assertThat(signal.stillMillis()).isZero();
        assertThat(signal.movedMillisAgo()).isEqualTo(1_000);
        track.note(7_000, 11, 70, 70);
        track.note(9_000, 11, 70, 70);
        assertThat(track.view(9_000).stillMillis()).isEqualTo(3_000);
    }

    @Test
    void isHeldBackWhileTheStableEndStandsBeforeTheEnd() {
        track.note(0, 10, 10, 30);
        track.note(6_000, 10, 10, 40);
        assertThat(track.view(6_000).heldBackMillis()).isEqualTo(6_000);
        assertThat(track.view(6_000).stillMillis()).isZero();

        track.note(7_000, 10, 40, 40);
        assertThat(track.view(7_000).heldBackMillis()).isZero();
    }

    @Test
    void measuresSpeedOverTenSeconds() {
        for (int second = 0; second <= 20; second++) {
            track.note(second * 1_000L, second * 100L, second * 200L, second * 200L);
        }

        assertThat(track.view(20_000).readPerSecond()).isEqualTo(100);
        assertThat(track.view(20_000).writtenPerSecond()).isEqualTo(200);
    }
}
