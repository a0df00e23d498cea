package io.homeostat.healer.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Probe;
import org.junit.jupiter.api.Test;

class ProbeTrackTest {

    private final ProbeTrack track = new ProbeTrack();

    @Test
    void isNotAskedBeforeTheFirstAnswer() {
        assertThat(track.view(5_000)).isEqualTo(Probe.NOT_ASKED);
    }

    @Test
    void countsHowLongAnAnswerHasBeenTheSame() {
        track.note(Answer.UP, 5, "it says UP", 1_000);
        track.note(Answer.TIMED_OUT, 2_000, "no answer", 4_000);
        track.note(Answer.TIMED_OUT, 2_000, "no answer", 7_000);

        Probe probe = track.view(8_000);
        assertThat(probe.answer()).isEqualTo(Answer.TIMED_OUT);
        assertThat(probe.sinceMillis()).isEqualTo(4_000);
        assertThat(probe.goodMillisAgo()).isEqualTo(7_000);
        assertThat(probe.bad()).isEqualTo(2);
        assertThat(probe.of()).isEqualTo(3);
    }

    @Test
    void knowsWhatIsUsualOnceItHasSeenEnough() {
        for (int i = 0; i < 20; i++) {
            track.note(Answer.UP, 10, "", i * 1_000L);
        }
        for (int i = 20; i < 25; i++) {
            track.note(Answer.UP, 900, "", i * 1_000L);
        }

        assertThat(track.view(25_000).usualMillis()).isEqualTo(10);
        assertThat(track.view(25_000).recentMillis()).isEqualTo(900);
    }

    @Test
    void boundsAndCleansWhatWasSaid() {
        track.note(Answer.DOWN, 1, "a\nb\u0007" + "x".repeat(1_000), 0);

        assertThat(track.view(0).detail()).startsWith("a b x").hasSizeLessThan(310);
    }
}
