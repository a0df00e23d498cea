package io.homeostat.model.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.MessageJson;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionJsonTest {

    private static final String CONTRACT = """
            {"sensorId": "boiler-7", "temperature": 30.0, "timestamp": "2026-11-23T08:15:00.250Z",
             "original": 37.25, "flag": 4, "method": "clamp", "uncertainty": null,
             "rules": ["temperature-high"], "ruleVersion": 3, "reason": "37.25 is above 30.0",
             "source": {"topic": "temperature", "partition": 2, "offset": 91723}}""";

    private final CorrectionJson json = new CorrectionJson(new StreamTopics("temperature"));

    @Test
    void writesTheShapeOfTheContract() {
        assertThat(MessageJson.mapper().readTree(json.write(correction(1))))
                .isEqualTo(MessageJson.mapper().readTree(CONTRACT));
    }

    @Test
    void readsTheShapeOfTheContract() {
        assertThat(json.read(CONTRACT.getBytes(StandardCharsets.UTF_8))).isEqualTo(correction(1));
    }

    @Test
    void writesTheMillisecondsOfAWholeSecond() {
        Correction whole = new Correction(
                "a", 1.0, 1795421700000L, 1.0, QualityFlag.GOOD, "none", null, List.of(), 0, "good", null, 1);
        assertThat(new String(json.write(whole), StandardCharsets.UTF_8)).contains("\"2026-11-23T08:15:00.000Z\"");
    }

    @Test
    void writesTheRevisionFromTheSecondOn() {
        assertThat(MessageJson.mapper()
                        .readTree(json.write(correction(2)))
                        .path("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(json.read(json.write(correction(2)))).isEqualTo(correction(2));
    }

    @Test
    void namesTheValueAfterItsStream() {
        CorrectionJson pressure = new CorrectionJson(new StreamTopics("pressure"));
        byte[] written = pressure.write(correction(1));
        assertThat(MessageJson.mapper().readTree(written).path("pressure").asDouble())
                .isEqualTo(30.0);
        assertThat(pressure.read(written)).isEqualTo(correction(1));
    }

    @Test
    void keepsAGapThroughTheRoundTrip() {
        Correction gap = new Correction(
                "a", null, 0, null, QualityFlag.MISSING, "gap", 0.5, List.of("r1", "r2"), 9, "never came", null, 1);
        assertThat(json.read(json.write(gap))).isEqualTo(gap);
    }

    @Test
    void saysWhatIsNoCorrection() {
        for (String text :
                new String[] {"not json", "{}", "[]", "null", CONTRACT.replace("\"flag\": 4", "\"flag\": 5")}) {
            assertThatThrownBy(() -> json.read(text.getBytes(StandardCharsets.UTF_8)))
                    .describedAs(text)
                    .isInstanceOf(MessageFormatException.class);
        }
    }

    private static Correction correction(int revision) {
        return new Correction(
                "boiler-7",
                30.0,
                1795421700250L,
                37.25,
                QualityFlag.FAIL,
                "clamp",
                null,
                List.of("temperature-high"),
                3,
                "37.25 is above 30.0",
                new Source("temperature", 2, 91723),
                revision);
    }
}
