package io.homeostat.monitor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.monitor.TestMonitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rule tried on what is past, on the page, in a real browser, on a broker of its own since it puts rules live. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestPageIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Instant START = Instant.now().minusSeconds(600);

    private PagesUnderTest pages;
    private KillableKafka broker;
    private TestMonitor monitor;
    private BacktestsInItsPlace backtests;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) {
        pages = new PagesUnderTest();
        broker = RealKafka.start(folder.resolve("kafka"));
        monitor = TestMonitor.startOn(broker.bootstrapServers(), folder.resolve("monitor"));
        await().atMost(BOUND).until(() -> monitor.get("/api/rules").statusCode() == 200);
    }

    @AfterAll
    void end() {
        if (monitor != null) {
            pages.close();
            monitor.close();
            broker.close();
        }
    }

    @BeforeEach
    void open() {
        backtests = new BacktestsInItsPlace();
        page = pages.open(monitor.url("/?view=rules&rule=temperature-high&tab=backtest"));
        answerInItsPlace(page);
    }

    @AfterEach
    void complainsOfNothing() {
        page.context().close();
        backtests.close();
        assertThat(pages.complaints()).as("what the browser's console said").isEmpty();
    }

    @Test
    void triesADraftOverATimeAndPutsItLive() {
        edit("above: 30", "above: 35");
        page.locator("[data-tab=backtest]").click();
        assertThat(page.locator("#backtest-state")).containsText("Tries the rule as it stands under Edit: above 35.0");
        page.locator("#backtest-range").selectOption("hour");
        page.locator("#backtest-run").click();
        backtests.tell("started", "{\"backtestId\": \"b-1\"}");
        backtests.tell("progress", "{\"readings\": 2500, \"share\": 0.25}");
        assertThat(page.locator("#backtest-state")).hasText("25 % gone through, 2,500 readings judged.");
        finish();

        assertThat(page.locator("#backtest-state")).hasText("It would have raised 2 alerts.");
        assertThat(page.locator("#backtest-facts")).containsText("1 the same, 1 new, 1 gone");
        assertThat(page.locator("#backtest-facts")).containsText("38.2");
        assertThat(page.locator(".would-be .state")).hasText(new String[] {"the same", "new", "gone"});
        String asked = backtests.asked().get(0);
        assertThat(asked).startsWith("POST /api/rules/backtest ").contains("\"above\":35", "\"from\":\"", "\"to\":\"");

        page.locator("#put-live").click();
        assertThat(page.locator("#rule-notice")).containsText("Saved as version");
        assertThat(page.locator("#put-live")).hasText("This is the live rule");
        assertThat(monitor.get("/api/rules/temperature-high").body()).contains("\"above\":35");
    }

    @Test
    void putsNothingLiveThatWasNotTried() {
        page.locator("#backtest-run").click();
        finish();
        assertThat(page.locator("#put-live")).hasText("This is the live rule");

        page.locator("[data-tab=edit]").click();
        edit("severity: warning", "severity: info");
        page.locator("[data-tab=backtest]").click();

        assertThat(page.locator("#put-live")).isDisabled();
        assertThat(page.locator("#put-live")).hasText("The rule was changed since: run it again");
    }

    @Test
    void cancelsABacktest() {
        page.locator("#backtest-run").click();
        backtests.tell("started", "{\"backtestId\": \"b-2\"}");
        backtests.tell("progress", "{\"readings\": 1, \"share\": 0.01}");
        assertThat(page.locator("#backtest-state")).containsText("1 %");
        page.locator("#backtest-cancel").click();

        assertThat(page.locator("#backtest-state")).hasText("Cancelled: nothing was changed.");
        assertThat(page.locator("#backtest-run")).isFocused();
        await().atMost(BOUND)
                .until(() ->
                        backtests.asked().stream().anyMatch(call -> call.startsWith("DELETE /api/rules/backtest/b-2")));
    }

    @Test
    void triesARuleOverAFileAndDrawsIt() {
        page.locator("#backtest-range").selectOption("file");
        page.locator("#backtest-run").click();
        assertThat(page.locator("#backtest-state")).containsText("Choose a file");

        String csv = "timestamp,value\n" + START + ",20\n" + START.plusSeconds(60) + ",45\n" + START.plusSeconds(90)
                + ",21\n";
        page.locator("#backtest-file")
                .setInputFiles(new FilePayload("oven.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("#backtest-run").click();
        finish();

        assertThat(page.locator("#backtest-chart canvas")).isVisible();
        assertThat(page.locator("#backtest-chart"))
                .hasAttribute("aria-label", "oven: the readings, and 3 alerts as bands");
        assertThat(backtests.asked().get(0))
                .startsWith("POST /api/rules/backtest?rule=%7B%22id%22")
                .endsWith(csv);
    }

    @Test
    void saysWhyItFailedHalfWayAndWhenItIsRefused() {
        page.locator("#backtest-run").click();
        backtests.tell("started", "{\"backtestId\": \"b-3\"}");
        backtests.tell("failed", "{\"status\": 503, \"detail\": \"Kafka does not answer.\"}");
        backtests.end();
        assertThat(page.locator("#backtest-state")).hasText("It could not be tried: Kafka does not answer.");

        page.unroute("**/api/rules/backtest**");
        PagesUnderTest.answer(page, "**/api/rules/backtest**", 429, "{\"detail\": \"Two run already: wait.\"}");
        page.locator("#backtest-run").click();
        assertThat(page.locator("#backtest-state")).hasText("It could not be tried: Two run already: wait.");
    }

    @Test
    void triesNothingThatIsNotValid() {
        page.locator("[data-tab=edit]").click();
        page.locator("#draft").fill("when: nonsense");
        assertThat(page.locator("#draft-state")).containsText("wrong");
        page.locator("[data-tab=backtest]").click();

        assertThat(page.locator("#backtest-state")).containsText("The rule is not valid yet");
        assertThat(page.locator("#backtest-run")).isDisabled();
    }

    @Test
    void fitsBothWidthsInBothThemes() {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1440, 390}) {
                Page shown = pages.open(monitor.url("/?view=rules&rule=temperature-high&tab=backtest"), width, theme);
                answerInItsPlace(shown);
                shown.locator("#backtest-run").click();
                finish();
                assertThat(shown.locator(".would-be")).hasCount(3);
                PagesUnderTest.shoot(shown, "backtest-%d-%s.png".formatted(width, theme));
                shown.context().close();
            }
        }
    }

    private void answerInItsPlace(Page asking) {
        asking.route("**/api/rules/backtest**", route -> {
            URI asked = URI.create(route.request().url());
            String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            route.resume(new Route.ResumeOptions().setUrl(backtests.url(asked.getRawPath() + query)));
        });
    }

    private void edit(String from, String to) {
        page.locator("[data-tab=edit]").click();
        assertThat(page.locator("#draft-state")).containsText("Valid");
        page.locator("#draft").fill(page.locator("#draft").inputValue().replace(from, to));
        assertThat(page.locator("#draft-state")).containsText("Valid");
    }

    private void finish() {
        backtests.tell("result", """
                {"backtestId": "b", "readings": 10000, "sensors": 2, "from": "%s", "to": "%s", "readingsPerSecond": 1e6,
                 "alerts": [%s, %s], "alertCount": 2, "alertsPerWeek": 38.2, "gone": [%s], "truncated": null}
                """.replace("\n", "")
                .formatted(START, START.plusSeconds(90), alert(10, "same"), alert(50, "new"), alert(80, "gone")));
        backtests.end();
    }

    private static String alert(int second, String change) {
        return """
                {"sensorId": "oven", "severity": "warning", "openedAt": "%s", "resolvedAt": "%s", "value": 45, "limit": 30,
                 "reason": "45.0 is above 30.0", "reasonCode": "above-limit", "reasonArgs": {"value": 45, "limit": 30},
                 "change": "%s"}
                """.replace("\n", "").formatted(START.plusSeconds(second), START.plusSeconds(second + 5), change);
    }
}
