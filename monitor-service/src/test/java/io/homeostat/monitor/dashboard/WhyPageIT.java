package io.homeostat.monitor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.homeostat.monitor.dashboard.PagesUnderTest.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.monitor.TestMonitor;
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
import org.junit.jupiter.api.io.TempDir;

/** Why an alert came and why another did not, on the page, in a real browser; what the service explains stands here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyPageIT {

    private static final String EXPLANATION = "**/api/alerts/*/explanation";
    private static final String CONDITIONS = """
            [{"path": "when", "kind": "all", "finding": "breach", "measure": null, "limit": null, "reason": "both",
              "reasonCode": "all-of", "reasonArgs": {}, "parts": [
               {"path": "when.conditions[0]", "kind": "threshold", "finding": "breach", "measure": 45, "limit": 30,
                "reason": "45.0 is above 30.0", "reasonCode": "above-limit", "reasonArgs": {"value": 45, "limit": 30}, "parts": []},
               {"path": "when.conditions[1]", "kind": "rate", "finding": null, "measure": null, "limit": null,
                "reason": null, "reasonCode": null, "reasonArgs": {}, "parts": []}]}]
            """;
    private static final String ALERT_EXPLANATION = """
            {"alert": {"stream": "temperature", "openedAt": "2026-11-26T08:00:01Z", "resolvedAt": null}, "rule": null,
             "moment": "2026-11-26T08:00:11Z", "sentence": "It fired, since <b>45.0</b> is above 30.0.",
             "held": {"seconds": 10.0, "of": 10.0}, "conditions": %s, "missing": null, "readings": [
              {"time": "2026-11-26T08:00:00Z", "value": 20.5, "flag": 1, "late": false, "tooLate": false},
              {"time": "2026-11-26T08:00:01Z", "value": 45, "flag": 4, "late": true, "tooLate": false}]}
            """.formatted(CONDITIONS);

    private PagesUnderTest pages;
    private TestMonitor monitor;
    private KafkaProbe kafka;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) {
        pages = new PagesUnderTest();
        monitor = TestMonitor.start(folder);
        kafka = RealKafka.shared().probe();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> monitor.get("/api/alerts").statusCode() == 200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> monitor.get("/api/rules").statusCode() == 200);
    }

    @AfterAll
    void end() {
        if (monitor != null) {
            pages.close();
            kafka.close();
            monitor.close();
        }
    }

    @BeforeEach
    void open() {
        page = pages.open(monitor.url("/"));
    }

    @AfterEach
    void complainsOfNothing() {
        page.context().close();
        assertThat(pages.complaints()).as("what the browser's console said").isEmpty();
    }

    @Test
    void explainsAnAlertWhenItIsAskedForAndKeepsThatInTheAddress() {
        answer(page, EXPLANATION, 200, ALERT_EXPLANATION);
        alert("why-1").click();
        assertThat(page.locator("#chosen-title")).hasText("Firing: temperature-high, version 1");
        assertThat(page.locator("#explanation")).isHidden();

        page.locator("#why").click();
        assertThat(page.locator("#explanation p").first()).hasText("It fired, since <b>45.0</b> is above 30.0.");
        assertThat(page.locator("#explanation")).containsText("The breach had held for 10 s; it must for 10 s.");
        assertThat(page.locator(".conditions .conditions li"))
                .hasText(new String[] {"breach threshold: 45.0 is above 30.0", "nothing yet rate"});
        assertThat(page.locator(".explained canvas")).isVisible();
        page.locator(".readings summary").click();
        assertThat(page.locator(".readings tr[data-flag='4']")).containsText("45.0 °C");
        assertThat(page.locator(".readings tr[data-flag='4']")).containsText("late");

        page.reload();
        assertThat(page.locator(".explained canvas")).isVisible();
        page.locator("#why").click();
        assertThat(page.locator("#explanation")).isHidden();
        page.locator("#chosen-rule").click();
        assertThat(page.locator("#rule-title")).hasText("temperature-high");
    }

    @Test
    void saysWhyAnAlertCannotBeExplained() {
        answer(page, EXPLANATION, 503, "{\"detail\": \"Kafka does not answer.\"}");
        alert("why-2").click();
        page.locator("#why").click();

        assertThat(page.locator("#explanation")).hasText("It cannot be explained: Kafka does not answer.");
    }

    @Test
    void saysWhyARuleDidNotFireByKeyboardAndKeepsTheQuestionInTheAddress() {
        answer(page, "**/api/rules/temperature-high/explanation?*", 200, """
                {"ruleId": "temperature-high", "ruleVersion": 3, "sensorId": "a/b", "at": "2026-11-26T08:00:00Z", "fired": false,
                 "alertId": null, "reasonCode": "below-limit", "sentence": "21.0 is not above 30.0: it is below by 9.0.",
                 "held": null, "conditions": %s, "reading": {"time": "2026-11-26T08:00:00Z", "value": 21, "flag": 1}}
                """.formatted(CONDITIONS));
        page.navigate(monitor.url("/?view=rules&rule=temperature-high&tab=why-not"));
        page.locator("#why-not-sensor").fill("a/b");
        page.locator("#why-not-at").fill("2026-11-26T08:00:30");
        page.keyboard().press("Enter");

        assertThat(page.locator(".answer")).hasText("It did not fire");
        assertThat(page.locator("#why-not-answer")).containsText("it is below by 9.0.");
        assertThat(page.locator("#why-not-answer")).containsText("The newest reading then: 21.0 °C");
        page.reload();
        assertThat(page.locator(".answer")).hasText("It did not fire");
        assertThat(page.locator("#why-not-sensor")).hasValue("a/b");
    }

    @Test
    void fitsBothWidthsInBothThemes() {
        alert("why-3");
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1440, 390}) {
                Page shown = pages.open(monitor.url("/"), width, theme);
                answer(shown, EXPLANATION, 200, ALERT_EXPLANATION);
                shown.locator(".alert", new Page.LocatorOptions().setHasText("why-3"))
                        .click();
                shown.locator("#why").click();
                assertThat(shown.locator(".explained canvas")).isVisible();
                PagesUnderTest.shoot(shown, "why-%d-%s.png".formatted(width, theme));
                shown.context().close();
            }
        }
    }

    private Locator alert(String sensor) {
        kafka.send(
                "temperature",
                null,
                sensor,
                "{\"sensorId\":\"%s\",\"temperature\":45,\"timestamp\":\"%s\"}".formatted(sensor, Instant.now()),
                null);
        Locator alert = page.locator(".alert", new Page.LocatorOptions().setHasText(sensor));
        assertThat(alert).isVisible();
        return alert;
    }
}
