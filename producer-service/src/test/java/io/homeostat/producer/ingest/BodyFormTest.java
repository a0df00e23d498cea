package io.homeostat.producer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

class BodyFormTest {

    private static List<String> split(BodyForm form, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Spans spans = form.split(body);
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < spans.size(); index++) {
            parts.add(new String(spans.cut(body, index), StandardCharsets.UTF_8));
        }
        return parts;
    }

    @Test
    void cutsAnArrayIntoItsElementsByteForByte() {
        assertThat(split(BodyForm.JSON, " [ {\"ä\": [1, {}]} ,\n7, \"x\\\"y\",1e999,null,{ }, [2] ] "))
                .containsExactly("{\"ä\": [1, {}]}", "7", "\"x\\\"y\"", "1e999", "null", "{ }", "[2]");
    }

    @Test
    void takesOneObject() {
        assertThat(split(BodyForm.JSON, "\n{\"temperature\": 1}\n")).containsExactly("{\"temperature\": 1}");
    }

    @Test
    void cutsManyElementsWhoseNumberIsNotKnown() {
        String body = "[" + "{\"t\":1},".repeat(9_999) + "{\"t\":1}]";

        assertThat(split(BodyForm.JSON, body)).hasSize(10_000).containsOnly("{\"t\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[{}", "{\"a\":1}{\"a\":2}", "[{\"a\":}]", "[1,]", "{\"a\":1"})
    void refusesWhatIsNoJson(String body) {
        assertThatThrownBy(() -> split(BodyForm.JSON, body))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST));
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        assertThatThrownBy(() -> split(BodyForm.JSON, "[".repeat(1_000_000)))
                .isInstanceOf(ErrorResponseException.class);
    }

    @Test
    void cutsLinesAndPassesOverEmptyOnes() {
        assertThat(split(BodyForm.LINES, "{}\r\n\n  \nnot json\n{\"a\":1}"))
                .containsExactly("{}", "not json", "{\"a\":1}");
        assertThat(split(BodyForm.LINES, "")).isEmpty();
    }
}
