package io.homeostat.monitor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.homeostat.monitor.incidents.IncidentStories.at;
import static io.homeostat.monitor.incidents.IncidentStories.event;
import static io.homeostat.monitor.incidents.IncidentStories.handedOver;
import static io.homeostat.monitor.incidents.IncidentStories.healed;
import static io.homeostat.monitor.incidents.IncidentStories.json;
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
import io.homeostat.model.Topics;
import io.homeostat.model.incident.IncidentEvent;
import io.homeostat.monitor.TestMonitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The incidents on the page, in a real browser, fed by the real topic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentsPageIT {

    private static final double PATIENCE_MILLIS = 30_000;

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
                .until(() -> monitor.get("/api/incidents").statusCode() == 200);
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
    void showsAnIncidentThatAppearsAndTellsItsStoryWhileItGoesOn() {
        String target = newTarget();
        List<IncidentEvent> story = at(target, healed(newId(), Instant.now().minusSeconds(20)));
        assertThat(page.locator("#connection")).hasText("Live");
        send(story.subList(0, 2));
        assertThat(page.locator("#incidents-open")).containsText("open");
        page.locator("#view-incidents").click();
        Locator incident = page.locator(".incident", new Page.LocatorOptions().setHasText(target));
        assertThat(incident.locator(".state")).hasText("Open");

        incident.click();
        assertThat(page.locator("#story-title")).hasText(target + " hung-process");
        assertThat(page.locator(".step")).hasCount(2);
        assertThat(page.locator("#timeline")).containsText("Not the broker: others speak through it.");
        assertThat(page.url()).contains("?view=incidents&incident=");

        send(story.subList(2, 7));
        assertThat(page.locator(".step")).hasCount(7);
        assertThat(incident.locator(".state")).hasText("Healed");
        assertThat(page.locator("#story-state")).hasText("Healed");
        assertThat(page.locator("#story-facts")).containsText("Detected after (MTTD)2.1 s");
        assertThat(page.locator("#story-facts")).containsText("Healed after (MTTR)16.4 s");
        assertThat(page.locator("#story-facts")).containsText("restart-process");
        assertThat(page.locator(".step").last()).containsText("+16.4 s");

        page.reload();
        assertThat(page.locator(".step")).hasCount(7);
        page.goBack();
        assertThat(page.locator("#story-note")).hasText("Choose an incident, and its story will stand here.");
    }

    @Test
    void showsWhatIsToldAsTextWhateverStandsInIt() {
        String target = "<img src=x onerror=alert(1)>" + newTarget();
        String id = newId();
        send(at(target, List.of(event(id, 1, "detected", null, null, Instant.now(), 0, "<b>bold</b>"))));

        page.navigate(monitor.url("/?incident=" + id));
        assertThat(page.locator("#story-title")).hasText(target + " hung-process");
        assertThat(page.locator(".step p").first()).hasText("<b>bold</b>");
    }

    @Test
    void leadsFromTheAlertOfAnIncidentToItsStoryByKeyboard() {
        String target = newTarget();
        send(at(target, handedOver(newId(), Instant.now().minusSeconds(70))));
        Locator alert = page.locator(".alert", new Page.LocatorOptions().setHasText(target));
        assertThat(alert).containsText(target + " needs a person: hung-process · homeostat-incident");

        alert.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#story-title")).hasText(target + " hung-process");
        assertThat(page.locator("#story-state")).hasText("Needs a person");

        page.locator(".incident").first().focus();
        page.keyboard().press("End");
        assertThat(page.locator(".incident").last()).isFocused();
    }

    @Test
    void saysThatThereAreNone() {
        page.route("**/api/incidents?*", route -> answer(route, "application/json", "{\"items\":[],\"total\":0}"));
        page.route("**/api/events", route -> answer(route, "text/event-stream", ""));
        page.navigate(monitor.url("/?view=incidents"));

        assertThat(page.locator("#incidents-note")).hasText("No incidents: every service works.");
    }

    @Test
    void fitsBothWidthsInBothThemes() {
        Instant now = Instant.now();
        String shownId = newId();
        send(at("producer", handedOver(newId(), now.minusSeconds(7_000))));
        send(at("database", healed(newId(), now.minusSeconds(90_000))));
        send(at("broker", healed(newId(), now.minusSeconds(300)).subList(0, 3)));
        send(at("monitor", healed(shownId, now.minusSeconds(60))));
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1440, 390}) {
                Page shown = open(width, width == 390 ? 844 : 900, theme, "/?view=incidents");
                assertThat(shown.locator(".incident", new Page.LocatorOptions().setHasText("broker")))
                        .isVisible();
                shoot(shown, "incidents-%d-%s.png".formatted(width, theme));
                shown.locator("[data-incident='" + shownId + "']").click();
                assertThat(shown.locator(".step")).hasCount(7);
                assertThat(shown.locator("#story-title")).isVisible();
                if (width == 390) {
                    assertThat(shown.locator("#incidents")).isHidden();
                    assertThat(shown.locator("#story")).isFocused();
                }
                shoot(shown, "story-%d-%s.png".formatted(width, theme));
                if (width == 390) {
                    shown.locator("#story-back").click();
                    assertThat(shown.locator("#incidents")).isVisible();
                }
                shown.context().close();
            }
        }
        assertThat(page.locator("#view-incidents")).hasText(Pattern.compile("Incidents \\d+ open"));
    }

    private static void shoot(Page page, String file) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out of %s", file)
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", file))
                .setFullPage(true));
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

    private void send(List<IncidentEvent> events) {
        events.forEach(event -> kafka.send(Topics.INCIDENTS, null, event.incidentId(), json(event), null));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static String newTarget() {
        return "target-" + newId().substring(0, 8);
    }
}
