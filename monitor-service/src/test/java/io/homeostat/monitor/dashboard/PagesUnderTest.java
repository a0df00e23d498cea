package io.homeostat.monitor.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.homeostat.fixtures.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Chromium, and what the consoles of its pages complained of. Not thread-safe. */
final class PagesUnderTest implements AutoCloseable {

    static final double PATIENCE_MILLIS = 30_000;

    private final List<String> complaints = new ArrayList<>();
    private final Playwright playwright;
    private final Browser browser;

    PagesUnderTest() {
        Path chromium = Chromium.require();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    Page open(String url) {
        return open(url, 1440, ColorScheme.LIGHT);
    }

    Page open(String url, int width, ColorScheme theme) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, width < 600 ? 844 : 900)
                        .setColorScheme(theme))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(url);
        return page;
    }

    /** Answers a call of a page in the service's place. */
    static void answer(Page page, String calls, int status, String body) {
        page.route(
                calls,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType(status < 400 ? "application/json" : "application/problem+json")
                        .setBody(body)));
    }

    /** A picture to look at, of a page out of which nothing sticks. */
    static void shoot(Page page, String file) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out of %s", file)
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", file))
                .setFullPage(true));
    }

    /** What the consoles complained of since this was asked last, but for calls that the service refused. */
    List<String> complaints() {
        List<String> said = complaints.stream()
                .filter(complaint -> !complaint.startsWith("Failed to load resource"))
                .toList();
        complaints.clear();
        return said;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
