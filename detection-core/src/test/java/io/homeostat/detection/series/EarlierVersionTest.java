package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.rule.Rules;
import io.homeostat.model.alert.AlertState;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** States that earlier versions wrote go on as if nothing had happened. */
class EarlierVersionTest {

    /**
     * What version 1 wrote: an alert that fired at 12 s, and is clear since 19 s, by a rule that wants three seconds of that.
     */
    private static final String VERSION_1 = "01000001a2077949d8000001e0da0100d00100022074656d70657261747572652d68696768"
            + "0603a0990202ca01e0da0103b06d00d40100023508a0990202ca01b06d01062506b06d00d4010a0604908bc9f7c068d201a8bd"
            + "0300f02e02c8dc0304f02e02d0830400882706c0b20400e80703a0930404d00f02c0b503";

    private static final String ITS_ALERT = "01a20779-2e80-808c-a239-097ab84984cc";

    private static final RuleSet RULES = Rules.set(
            Rules.above30().version(3).holdForSeconds(2).clear("below", 29).clearForSeconds(3));

    @Test
    void goesOnFromTheBytesOfVersion1() {
        SeriesUnderTest series = afterVersion1();

        assertThat(series.state.hasOpenAlert()).isTrue();
        assertThat(series.state.held.size()).isEqualTo(6);
        series.wallAt(23);

        assertThat(series.events).singleElement().satisfies(event -> {
            assertThat(event.alertId()).isEqualTo(ITS_ALERT);
            assertThat(event.sequence()).isEqualTo(4);
            assertThat(event.state()).isEqualTo(AlertState.RESOLVED);
            assertThat(event.at().toEpochMilli()).isEqualTo(SeriesUnderTest.BASE_MILLIS + 22_000);
        });
    }

    @Test
    void writesThemAsThePresentVersion() {
        SeriesUnderTest series = afterVersion1();
        series.under(RULES);
        series.crash();
        assertThat(series.changelog[0][0]).isEqualTo((byte) SeriesState.VERSION);

        series.wallAt(23);

        assertThat(series.events).hasSize(1);
    }

    private static SeriesUnderTest afterVersion1() {
        SeriesUnderTest series = new SeriesUnderTest(RULES);
        byte[][] pages = new byte[SeriesState.PAGES][];
        pages[0] = HexFormat.of().parseHex(VERSION_1);
        series.state = SeriesState.read(pages);
        return series;
    }
}
