package io.homeostat.monitor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.homeostat.fixtures.Chromium;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.correction.Correction;
import io.homeostat.model.correction.CorrectionJson;
import io.homeostat.model.correction.QualityFlag;
import io.homeostat.model.reading.Source;
import io.homeostat.monitor.TestMonitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, fed by the real pipeline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    private static final double PATIENCE_MILLIS = 30_000;
    private static final StreamTopics TEMPERATURE = new StreamTopics("temperature");

    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private TestMonitor monitor;
    private KafkaProbe kafka;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) {
        Path chromium = Chromium.require();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
        monitor = TestMonitor.start(folder);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> monitor.get("/api/alerts").statusCode() == 200);
        kafka = RealKafka.shared().probe();
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    void end() {
        if (playwright != null) {
            playwright.close();
            kafka.close();
            monitor.close();
        }
    }

    @BeforeEach
    void open() {
        complaints.clear();
        page = open(1440, 900, ColorScheme.LIGHT, "/");
    }

    @AfterEach
    void complainsOfNothing() {
        page.context().close();
        assertThat(complaints).as("what the browser's console said").isEmpty();
    }

    @Test
    void showsAnAlertThatAppearsLiveAndGoesWhenItIsResolved() {
        assertThat(page.locator("#connection")).hasText("Live");

        send("live-1", 45, Instant.now());
        Locator alert = page.locator(".alert", new Page.LocatorOptions().setHasText("live-1"));
        assertThat(alert).containsText("Firing");
        assertThat(alert).containsText("45.0 is above 30.0 · temperature-high");
        assertThat(alert.locator(".value")).hasText("45.0 °C");

        send("live-1", 29, Instant.now().plusMillis(1));
        assertThat(alert).hasCount(0);
        page.locator("#show-all").click();
        assertThat(alert).containsText("Resolved");
        assertThat(alert).containsText("29.0 is below 30.0 · temperature-high");
        assertThat(page.url()).contains("?show=all");
    }

    @Test
    void showsTheNameOfASensorAsTextWhateverStandsInIt() {
        send("<img src=x onerror=alert(1)>/a b", 45, Instant.now());

        Locator alert =
                page.locator(".alert", new Page.LocatorOptions().setHasText("<img src=x onerror=alert(1)>/a b"));
        alert.click();
        assertThat(page.locator("#chart-title")).hasText("<img src=x onerror=alert(1)>/a b temperature");
        assertThat(page.locator("#chart canvas")).isVisible();
    }

    @Test
    void choosesTheSensorOfTheNewestOpenAlertAndKeepsTheChoiceInTheAddress() {
        send("choice-1", 45, Instant.now());
        send("choice-2", 20, Instant.now());
        assertThat(page.locator(".alert", new Page.LocatorOptions().setHasText("choice-1")))
                .isVisible();

        Page opened = open(1440, 900, ColorScheme.LIGHT, "/");
        assertThat(opened.locator("#chart-title")).hasText("choice-1 temperature");
        assertThat(opened.locator("#chart canvas")).isVisible();
        assertThat(opened.locator(".alert[aria-current]")).containsText("choice-1");
        assertThat(opened.url()).endsWith("/?stream=temperature&sensor=choice-1");

        send("choice-3", 45, Instant.now().plusMillis(5));
        assertThat(opened.locator(".alert").first()).containsText("choice-3");
        opened.reload();
        assertThat(opened.locator(".alert").first()).containsText("choice-3");
        assertThat(opened.locator("#chart-title")).hasText("choice-1 temperature");
        opened.context().close();
    }

    @Test
    void choosesTheFirstSensorWhenNoAlertIsOpen() {
        send("0-first", 20, Instant.now());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> monitor.get("/api/sensors?size=1").body().contains("0-first"));
        page.route("**/api/alerts?*", route -> answer(route, "application/json", "{\"items\":[],\"total\":0}"));
        page.route("**/api/events", route -> answer(route, "text/event-stream", ""));
        page.navigate(monitor.url("/"));

        assertThat(page.locator("#chart-title")).hasText("0-first temperature");
        assertThat(page.locator("#chart canvas")).isVisible();
        assertThat(page.url()).endsWith("/?stream=temperature&sensor=0-first");
    }

    @Test
    void keepsAnAlertThatItHeardOfBeforeTheStoreHasIt() {
        assertThat(page.locator("#connection")).hasText("Live");
        page.route("**/api/alerts?*", route -> answer(route, "application/json", "{\"items\":[],\"total\":0}"));
        send("heard-1", 45, Instant.now());
        Locator alert = page.locator(".alert", new Page.LocatorOptions().setHasText("heard-1"));
        assertThat(alert).isVisible();

        for (String tab : List.of("#show-all", "#show-open")) {
            page.waitForResponse("**/api/alerts?*", () -> page.locator(tab).click());
            assertThat(page.locator(tab)).hasAttribute("aria-current", "");
            page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            assertThat(alert).hasCount(1);
        }
    }

    @Test
    void saysWhyInTheSameWordsAndNumbersAsTheApi() {
        send("same-words", 37.256, Instant.now());
        Locator why = page.locator(".alert", new Page.LocatorOptions().setHasText("same-words"))
                .locator(".why");

        assertThat(why).hasText("37.256 is above 30.0 · temperature-high");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                monitor.get("/api/alerts?sensor=same-words").body())
                        .contains("\"37.256 is above 30.0\""));
    }

    @Test
    void showsTheUnitBesideWhatItKnowsOfASeries() {
        send("unit-1", 21.5, Instant.now());
        page.navigate(monitor.url("/?stream=temperature&sensor=unit-1"));

        assertThat(page.locator("#chart-note")).containsText("last 21.5 °C");
        assertThat(page.locator(".key[data-of=limit]")).hasText("limit 30.0 °C");
        assertThat(monitor.get("/api/sensors/temperature/unit-1").body()).contains("\"unit\":\"°C\"");
        assertThat(monitor.get("/api/sensors/temperature/unit-1/readings").body())
                .contains("\"unit\":\"°C\"");
    }

    @Test
    void isUsedByKeyboardAndKeepsItsStateInTheAddress() {
        send("key-1", 45, Instant.now());
        send("key-2", 46, Instant.now().plusMillis(5));
        Locator first = page.locator(".alert", new Page.LocatorOptions().setHasText("key-2"));
        assertThat(page.locator(".alert", new Page.LocatorOptions().setHasText("key-1")))
                .isVisible();
        assertThat(first).isVisible();

        page.locator(".alert").first().focus();
        for (int i = 0;
                i < 50 && !first.evaluate("a => a === document.activeElement").equals(true);
                i++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");

        assertThat(page.locator("#chart-title")).hasText("key-2 temperature");
        assertThat(page.url()).contains("stream=temperature&sensor=key-2");
        page.reload();
        assertThat(page.locator("#chart-title")).hasText("key-2 temperature");
        page.goBack();
        assertThat(page.locator("#chart-title")).isVisible();
    }

    @Test
    void fitsBothWidthsInBothThemes() {
        Instant now = Instant.now();
        for (int i = 0; i < 400; i++) {
            double value = 24 + 6 * Math.sin(i / 25.0) + (i * 7919 % 13) / 8.0 + (i % 90 == 50 ? 9 : 0);
            Instant time = now.minusSeconds(400 - i);
            send("boiler-7", value, time);
            if (value > 30) {
                correct("boiler-7", value, time);
            }
        }
        for (int i = 1; i < 9; i++) {
            send("cold-store/rack-" + i, 31 + i, now.minusSeconds(70L * i));
        }
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1440, 390}) {
                Page shown = open(width, width == 390 ? 844 : 900, theme, "/?stream=temperature&sensor=boiler-7");
                assertThat(shown.locator("#chart canvas")).isVisible();
                assertThat(shown.locator(".alert", new Page.LocatorOptions().setHasText("rack-8")))
                        .isVisible();
                assertThat(shown.locator(".key[data-of=limit]")).hasText("limit 30.0 °C");
                assertThat(shown.locator(".key[data-of=corrected]")).isVisible();
                assertThat(shown.locator("#connection")).hasText("Live");
                assertThat(shown.locator("[data-severity=warning] dd")).not().hasText("–");
                assertThat(shown.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("nothing sticks out at %d px", width)
                        .isEqualTo(true);
                if (width == 390) {
                    assertThat(shown.locator("#chart-panel").boundingBox().y)
                            .as("the chart stands below the alerts, and begins in the first view")
                            .isGreaterThan(shown.locator("#alerts").boundingBox().y)
                            .isLessThan(844 - 150);
                }
                shown.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", "dashboard-%d-%s.png".formatted(width, theme)))
                        .setFullPage(width == 390));
                shown.context().close();
            }
        }
    }

    private Page open(int width, int height, ColorScheme theme, String path) {
        Page opened = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(theme))
                .newPage();
        opened.setDefaultTimeout(PATIENCE_MILLIS);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        opened.navigate(monitor.url(path));
        return opened;
    }

    private static void answer(Route route, String contentType, String body) {
        route.fulfill(new Route.FulfillOptions().setContentType(contentType).setBody(body));
    }

    private void send(String sensor, double value, Instant time) {
        kafka.send(
                TEMPERATURE.readings(),
                null,
                sensor,
                "{\"sensorId\":\"%s\",\"temperature\":%s,\"timestamp\":\"%s\"}".formatted(sensor, value, time),
                null);
    }

    private void correct(String sensor, double value, Instant time) {
        Correction correction = new Correction(
                sensor,
                30.0,
                time.toEpochMilli(),
                value,
                QualityFlag.FAIL,
                "clamp",
                null,
                List.of("temperature-high"),
                1,
                value + " is above 30.0",
                new Source("temperature", 0, 1),
                1);
        String json = new String(new CorrectionJson(TEMPERATURE).write(correction), StandardCharsets.UTF_8);
        kafka.send(TEMPERATURE.adjusted(), null, sensor, json, null);
    }
}
