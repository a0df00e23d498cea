package io.homeostat.monitor.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.homeostat.monitor.dashboard.PagesUnderTest.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.homeostat.fixtures.HttpProbe;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.monitor.TestMonitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rules on the page, in a real browser, on a broker of their own since the shared one's are the other tests' too. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesPageIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    private PagesUnderTest pages;
    private KillableKafka broker;
    private KafkaProbe kafka;
    private TestMonitor monitor;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) {
        pages = new PagesUnderTest();
        broker = RealKafka.start(folder.resolve("kafka"));
        kafka = broker.probe();
        monitor = TestMonitor.startOn(broker.bootstrapServers(), folder.resolve("monitor"));
        await().atMost(BOUND).until(() -> monitor.get("/api/rules").statusCode() == 200);
        await().atMost(BOUND).until(() -> monitor.get("/api/alerts").statusCode() == 200);
        // a stream's unit is known from its first sensor on
        read("first", 20);
        await().atMost(BOUND).until(() -> monitor.get("/api/sensors").body().contains("first"));
    }

    @AfterAll
    void end() {
        if (monitor != null) {
            pages.close();
            monitor.close();
            kafka.close();
            broker.close();
        }
    }

    @BeforeEach
    void open() {
        page = pages.open(monitor.url("/?view=rules"));
    }

    @AfterEach
    void complainsOfNothing() {
        page.context().close();
        assertThat(pages.complaints()).as("what the browser's console said").isEmpty();
    }

    @Test
    void mendsASlipOfThePenByTheHintSavesTheRuleAndShowsThatItIsInForce() {
        page.locator("#rule-new").click();
        page.locator("#draft")
                .fill("id: boiler-hot\nsensors: boiler-*\nsevrity: critical\nwhen: {kind: treshold, above: 80}\n");
        assertThat(page.locator("#draft-faults li")).hasCount(2);
        assertThat(page.locator("#draft-state")).hasText("2 things are wrong:");
        assertThat(page.locator("#draft-marks .wrong")).hasText(new String[] {"sevrity", "treshold"});
        assertThat(page.locator("#draft")).hasAttribute("aria-invalid", "true");

        mend("Did you mean severity?");
        mend("Did you mean threshold?");
        assertThat(page.locator("#draft"))
                .hasValue(
                        "id: boiler-hot\nsensors: boiler-*\nseverity: critical\nwhen: {kind: threshold, above: 80}\n");
        assertThat(page.locator("#draft-state")).hasText("Valid: above 80.0 °C; of boiler-*.");
        page.locator("#draft-save").click();

        assertThat(page.locator("#rule-notice")).containsText("Saved as version 1");
        assertThat(page.locator("#rule-title")).hasText("boiler-hot");
        assertThat(page.url()).endsWith("?view=rules&rule=boiler-hot");
        Locator row = row("boiler-hot");
        assertThat(row).containsText("above 80.0 °C");
        await().atMost(BOUND).pollInterval(Duration.ofMillis(200)).until(() -> {
            read("boiler-1", 90);
            return monitor.get("/api/alerts?rule=boiler-hot").body().contains("FIRING");
        });
        assertThat(row.locator(".badge")).hasText("1 open");
    }

    @Test
    void pointsAtTheLineThatIsNoYaml() {
        page.locator("#rule-new").click();
        page.locator("#draft").fill("id: a\nwhen: {kind: threshold\nfor: PT1S\n");

        assertThat(page.locator("#draft-faults li")).containsText("The body must be YAML");
        page.locator("#draft-faults .place").click();
        assertThat(page.locator("#draft")).isFocused();
        assertThat(page.evaluate("document.getElementById('draft').selectionStart"))
                .isEqualTo("id: a\nwhen: {kind: threshold\nfor".length());
    }

    @Test
    void ofTwoEditorsTheSecondSeesWhatTheFirstHasChangedAndChooses() throws IOException {
        make("contested", "above: 50");
        page.navigate(monitor.url("/?view=rules&rule=contested"));
        edit("{kind: threshold, above: 50}", "{kind: threshold, above: 60}");
        answer(page, "**/api/rules?*", 503, "{\"detail\": \"this page learns nothing by itself\"}");
        change("contested", "1", "sensors: nobody\nseverity: critical\nwhen: {kind: threshold, above: 50}");

        page.locator("#draft-save").click();
        assertThat(page.locator("#conflict-sentence")).containsText("saved version 2");
        assertThat(page.locator("#conflict-theirs .new")).hasText("+ severity: critical");
        assertThat(page.locator("#conflict-mine .gone"))
                .hasText(new String[] {"− severity: critical", "− when: {kind: threshold, above: 50}"});
        assertThat(monitor.get("/api/rules/contested").body()).contains("\"version\":2");

        page.locator("#conflict-keep").click();
        assertThat(page.locator("#rule-notice")).containsText("Saved as version 3");
        assertThat(page.locator("#conflict")).isHidden();
        assertThat(monitor.get("/api/rules/contested").body()).contains("\"above\":60", "\"severity\":\"warning\"");
    }

    @Test
    void tellsWhileOneIsWritingThatAnotherHasSaved() throws IOException {
        make("watched", "above: 50");
        page.navigate(monitor.url("/?view=rules&rule=watched"));
        edit("above: 50", "above: 60");

        change("watched", "1", "sensors: nobody\nseverity: critical\nwhen: {kind: threshold, above: 50}");
        assertThat(page.locator("#conflict")).isVisible();
        page.locator("#conflict-take").click();

        assertThat(page.locator("#draft"))
                .hasValue(Pattern.compile(".*severity: critical.*above: 50.*", Pattern.DOTALL));
        assertThat(page.locator("#draft-save")).isDisabled();
    }

    @Test
    void keepsWhatWasWrittenWhileOneLooksElsewhere() throws IOException {
        make("kept", "above: 50");
        page.navigate(monitor.url("/?view=rules&rule=kept"));
        edit("above: 50", "above: 61");
        row("temperature-high").click();
        assertThat(page.locator("#rule-title")).hasText("temperature-high");
        assertThat(row("kept").locator(".badge")).hasText("not saved");

        page.goBack();
        assertThat(page.locator("#draft")).hasValue(Pattern.compile(".*above: 61.*", Pattern.DOTALL));
        page.locator("#draft-discard").click();
        assertThat(page.locator("#draft")).hasValue(Pattern.compile(".*above: 50.*", Pattern.DOTALL));
    }

    @Test
    void writesChangesAndDeletesARuleByKeyboardAlone() {
        press("#view-rules", "Enter");
        press("#rule-new", "Enter");
        tabTo("#draft");
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type("id: by-keyboard\nwhen:\nkind: treshold\nabove: 90");
        assertThat(page.locator("#draft")).hasValue("id: by-keyboard\nwhen:\n  kind: treshold\n  above: 90");
        assertThat(page.locator(".mend")).isVisible();
        press(".mend", "Enter");
        assertThat(page.locator("#draft-state")).containsText("Valid");
        page.keyboard().press("Control+s");
        assertThat(page.locator("#rule-notice")).containsText("Saved as version 1");

        press("#rule-switch", "Enter");
        assertThat(page.locator("#rule-notice")).containsText("Switched off with version 2");
        press("#rule-delete", "Enter");
        assertThat(page.locator("#confirm-title")).hasText("Delete by-keyboard?");
        page.keyboard().press("Escape");
        assertThat(monitor.get("/api/rules/by-keyboard").statusCode()).isEqualTo(200);
        press("#rule-delete", "Enter");
        tabTo("#confirm-yes");
        page.keyboard().press("Enter");
        assertThat(page.locator("#rule-notice")).hasText("The rule by-keyboard was deleted.");
        assertThat(row("by-keyboard")).hasCount(0);
    }

    @Test
    void showsWhatEachVersionChangedAndGoesBack() throws IOException {
        make("versioned", "above: 50");
        change("versioned", "1", "sensors: nobody\nwhen: {kind: threshold, above: 70}");
        page.navigate(monitor.url("/?view=rules&rule=versioned&tab=versions"));

        Locator versions = page.locator("#versions-list details");
        assertThat(versions).hasCount(2);
        assertThat(versions.first()).containsText("version 2 in force · changed: when");
        assertThat(versions.first().locator(".new")).hasText("+ when: {kind: threshold, above: 70}");
        versions.last().locator("summary").click();
        versions.last().locator("button").click();

        assertThat(page.locator("#rule-notice")).containsText("Version 3 says what version 1 said");
        assertThat(versions).hasCount(3);
        assertThat(monitor.get("/api/rules/versioned").body()).contains("\"above\":50");
    }

    @Test
    void showsAsTextWhateverStandsInARule() throws IOException {
        make("markup", "above: 50");
        change("markup", "1", "sensors: \"<img src=x onerror=alert(1)>\"\nwhen: {kind: threshold, above: 50}");
        page.navigate(monitor.url("/?view=rules&rule=markup"));

        assertThat(row("markup")).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("#draft-marks")).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("#rules-view img")).hasCount(0);
    }

    @Test
    void beginsWithAValidExampleOfEachKind() {
        page.locator("#rule-new").click();
        Locator choice = page.locator("#example");
        assertThat(page.locator("#draft-state")).containsText("Valid");
        int examples = choice.locator("option").count();
        assertThat(examples).isGreaterThan(12);

        for (int i = 1; i < examples; i++) {
            String name = choice.locator("option").nth(i).innerText();
            page.waitForResponse("**/api/rules/validate", () -> choice.selectOption(name));
            assertThat(page.locator("#draft-state")).hasAttribute("data-valid", "true");
            assertThat(page.locator("#draft-state")).containsText("Valid");
        }
    }

    @Test
    void writesARuleInYamlThatSaysTheSame() {
        Object differing = page.evaluate("""
                async () => {
                  const { load } = await import('/js/examples.js');
                  const { write } = await import('/js/yaml.js');
                  const rule = async (yaml) => {
                    const answer = await fetch('/api/rules/validate', { method: 'POST', headers: { 'Content-Type': 'application/yaml' }, body: yaml });
                    return (await answer.json()).rule;
                  };
                  const differing = [];
                  for (const { yaml } of await load()) {
                    const before = await rule(yaml);
                    const after = await rule(write(before));
                    if (before === null || JSON.stringify(before) !== JSON.stringify(after)) differing.push(yaml);
                  }
                  for (const sensors of ['no', '*', 'a: b', 'x # y', "it's \\"so\\"", '1e3', '\\n', '- a', '🔥']) {
                    const before = { id: 'r', sensors, when: { kind: 'threshold', above: 1e21 } };
                    if ((await rule(write(before)))?.sensors !== sensors) differing.push(sensors);
                  }
                  return differing;
                }
                """);

        assertThat(differing).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
    }

    @Test
    void saysThatThereAreNone() {
        answer(page, "**/api/rules?*", 200, "{\"items\":[],\"total\":0}");
        page.navigate(monitor.url("/?view=rules"));

        assertThat(page.locator("#rules-note")).hasText("There is no rule: nothing is judged. Make the first one.");
    }

    @Test
    void saysWhyTheRulesCannotBeLoadedAndWhatIsNotThere() {
        answer(page, "**/api/rules?*", 503, "{\"detail\":\"The rules were not read yet.\"}");
        page.navigate(monitor.url("/?view=rules&rule=nobody"));

        assertThat(page.locator("#rules-note")).hasText("The rules cannot be loaded: The rules were not read yet.");
        assertThat(page.locator("#rule-note")).hasText("There is no rule nobody, or it was deleted.");
    }

    @Test
    void asksForTheTokenWhereOneIsNeeded() {
        page.route("**/api/rules/temperature-high", route -> {
            if ("Bearer secret".equals(route.request().headers().get("authorization"))) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(401)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\": \"This call needs the token.\"}"));
            }
        });
        page.navigate(monitor.url("/?view=rules&rule=temperature-high"));

        page.locator("#rule-switch").click();
        page.locator("#token").fill("wrong");
        page.keyboard().press("Enter");
        assertThat(page.locator("#rule-notice")).hasText("Nothing was changed: This call needs the token.");
        page.locator("#rule-switch").click();
        page.locator("#token").fill("secret");
        page.keyboard().press("Enter");
        assertThat(page.locator("#rule-state")).hasText("Off");
        page.locator("#rule-switch").click();
        assertThat(page.locator("#rule-state")).hasText("In force");
    }

    @Test
    void fitsBothWidthsInBothThemes() throws IOException {
        make("cold-room", "above: 8, below: 2");
        change(
                "cold-room",
                "1",
                "severity: critical\nsensors: cold-store/*\nwhen: {kind: threshold, above: 8, below: 2}\nfor: PT5M");
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1440, 390}) {
                Page shown = pages.open(monitor.url("/?view=rules"), width, theme);
                assertThat(shown.locator("[data-rule=cold-room]"))
                        .containsText("below 2.0 °C or above 8.0 °C, for 5 min");
                PagesUnderTest.shoot(shown, "rules-%d-%s.png".formatted(width, theme));
                shown.locator("[data-rule=cold-room]").click();
                assertThat(shown.locator("#draft-state")).containsText("Valid");
                shown.locator("#draft")
                        .fill(shown.locator("#draft").inputValue().replace("severity", "sevrity"));
                assertThat(shown.locator(".mend")).isVisible();
                PagesUnderTest.shoot(shown, "rule-%d-%s.png".formatted(width, theme));
                shown.locator("#rule-tabs [data-tab=versions]").click();
                assertThat(shown.locator("#versions-list details")).hasCount(2);
                PagesUnderTest.shoot(shown, "versions-%d-%s.png".formatted(width, theme));
                shown.context().close();
            }
        }
    }

    private Locator row(String id) {
        return page.locator("[data-rule='" + id + "']");
    }

    private void mend(String hint) {
        page.locator(".mend", new Page.LocatorOptions().setHasText(hint)).click();
    }

    private void edit(String from, String to) {
        assertThat(page.locator("#draft-state")).containsText("Valid");
        page.locator("#draft").fill(page.locator("#draft").inputValue().replace(from, to));
        assertThat(page.locator("#draft-state")).containsText("Valid");
    }

    private void press(String selector, String key) {
        tabTo(selector);
        page.keyboard().press(key);
    }

    private void tabTo(String selector) {
        Locator wanted = page.locator(selector);
        assertThat(wanted).isVisible();
        for (int i = 0; i < 60; i++) {
            if (Boolean.TRUE.equals(wanted.evaluate("found => found === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " was not reached by the tab key");
    }

    private void read(String sensor, double value) {
        kafka.send(
                "temperature",
                null,
                sensor,
                "{\"sensorId\":\"%s\",\"temperature\":%s,\"timestamp\":\"%s\"}".formatted(sensor, value, Instant.now()),
                null);
    }

    private void make(String id, String limits) throws IOException {
        send("POST", "", "*", "id: " + id + "\nsensors: nobody\nwhen: {kind: threshold, " + limits + "}\n", 201);
    }

    private void change(String id, String version, String content) throws IOException {
        send("PUT", "/" + id, "\"" + version + "\"", content, 200);
    }

    private void send(String method, String path, String ifMatch, String yaml, int status) throws IOException {
        HttpResponse<String> answer =
                HttpProbe.send(HttpRequest.newBuilder(URI.create(monitor.url("/api/rules" + path)))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/yaml")
                        .header("If-Match", ifMatch)
                        .method(method, HttpRequest.BodyPublishers.ofString(yaml))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
}
