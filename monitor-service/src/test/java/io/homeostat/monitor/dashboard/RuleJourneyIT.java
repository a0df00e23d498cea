package io.homeostat.monitor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.monitor.TestMonitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A new user's way in a real browser, with nothing in anybody's place: write a rule, try it, put it live, ask why. */
@Timeout(300)
class RuleJourneyIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @Test
    void aRuleIsWrittenTriedOnWhatIsPastPutLiveSeenToFireAndExplained(@TempDir Path folder) {
        try (PagesUnderTest pages = new PagesUnderTest();
                KillableKafka broker = RealKafka.start(folder.resolve("kafka"));
                KafkaProbe kafka = broker.probe();
                TestMonitor monitor = TestMonitor.startOn(broker.bootstrapServers(), folder.resolve("monitor"))) {
            await().atMost(BOUND).until(() -> monitor.get("/api/rules").statusCode() == 200);
            await().atMost(BOUND).until(() -> monitor.get("/api/alerts").statusCode() == 200);
            Instant start = Instant.now().minusSeconds(120);
            for (int second = 0; second < 100; second++) {
                read(kafka, second == 50 ? 28 : 20, start.plusSeconds(second));
            }
            await().atMost(BOUND).until(() -> monitor.get("/api/sensors").body().contains("oven"));

            Page page = pages.open(monitor.url("/?view=rules&new=yes"));
            page.locator("#draft").fill("id: warm\nsensors: ove*\nwhen: {kind: treshold, above: 25}\n");
            page.locator(".mend").click();
            assertThat(page.locator("#draft-state")).hasText("Valid: above 25.0 °C; of ove*.");
            page.locator("[data-tab=backtest]").click();
            page.locator("#backtest-range").selectOption("hour");
            page.locator("#backtest-run").click();
            assertThat(page.locator("#backtest-state")).hasText("It would have raised one alert.");
            assertThat(page.locator(".would-be")).containsText("28.0 is above 25.0");
            assertThat(page.locator("#backtest-chart canvas")).isVisible();
            PagesUnderTest.shoot(page, "journey-backtest.png");
            page.locator("#put-live").click();
            assertThat(page.locator("#rule-notice")).containsText("Saved as version 1");

            await().atMost(BOUND).pollInterval(Duration.ofMillis(500)).until(() -> {
                read(kafka, 27, Instant.now());
                return monitor.get("/api/alerts?rule=warm&state=FIRING").body().contains("\"total\":1");
            });
            page.locator("#view-alerts").click();
            Locator alert = page.locator(".alert", new Page.LocatorOptions().setHasText("warm"));
            alert.click();
            page.locator("#why").click();
            assertThat(page.locator("#explanation .conditions")).containsText("breach threshold: 27.0 is above 25.0");
            assertThat(page.locator(".explained canvas")).isVisible();
            PagesUnderTest.shoot(page, "journey-why.png");

            page.locator("#chosen-rule").click();
            page.navigate(monitor.url("/?view=rules&rule=temperature-high&tab=why-not"));
            page.locator("#why-not-sensor").fill("oven");
            page.keyboard().press("Enter");
            assertThat(page.locator(".answer")).hasText("It did not fire");
            assertThat(page.locator("#why-not-answer")).containsText(Pattern.compile("below by \\d"));
            PagesUnderTest.shoot(page, "journey-why-not.png");
            page.context().close();
            assertThat(pages.complaints()).as("what the browser's console said").isEmpty();
        }
    }

    private static void read(KafkaProbe kafka, double value, Instant time) {
        kafka.send(
                "temperature",
                null,
                "oven",
                "{\"sensorId\":\"oven\",\"temperature\":%s,\"timestamp\":\"%s\"}".formatted(value, time),
                null);
    }
}
