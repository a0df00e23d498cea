package io.homeostat.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlOutlineTest {

    private static final String RULE = """
            # 🔥 the boilers
            id: "🔥 hot"
            a.b: 1
            when:
              kind: any
              conditions:
                - {kind: threshold, abve: 30}
                - {kind: rate, above: 2}
            """;

    private final YamlOutline outline = RuleYaml.outline(RULE);

    @ParameterizedTest
    @CsvSource({
        "id,                      2, 5, 2, 12",
        "a.b,                     3, 6, 3, 7",
        "when.kind,               5, 9, 5, 12",
        "when.conditions[0].abve, 7, 31, 7, 33",
        "when.conditions[1].kind, 8, 14, 8, 18",
        "when.conditions[1],      8, 7, 8, 29",
    })
    void findsAValueByItsPath(String path, int line, int column, int endLine, int endColumn) {
        assertThat(outline.value(path)).contains(new TextPlace(line, column, endLine, endColumn));
    }

    @Test
    void findsTheNameOfAValue() {
        assertThat(outline.name("when.conditions[0].abve")).contains(new TextPlace(7, 25, 7, 29));
        assertThat(outline.name("a.b")).contains(new TextPlace(3, 1, 3, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "severity",
        "when.above",
        "when.conditions[2]",
        "when.conditions[x]",
        "when.conditions.kind",
        "id.x",
        "a"
    })
    void findsNothingThatIsNotThere(String path) {
        assertThat(outline.value(path)).isEmpty();
        assertThat(outline.name(path)).isEmpty();
    }

    @Test
    void hasNothingOfAnEmptyText() {
        assertThat(RuleYaml.outline("# nothing yet\n").value("id")).isEmpty();
    }

    @Test
    void tellsWhereATextStopsBeingYaml() {
        assertThatThrownBy(() -> RuleYaml.load("id: a\nwhen: {kind: threshold\nfor: PT1S\n"))
                .isInstanceOfSatisfying(
                        YamlFormatException.class, e -> assertThat(e.place()).isEqualTo(new TextPlace(3, 4, 3, 4)));
    }
}
