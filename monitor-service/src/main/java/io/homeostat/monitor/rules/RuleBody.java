package io.homeostat.monitor.rules;

import io.homeostat.model.MessageJson;
import io.homeostat.monitor.ledger.BoundedBody;
import io.homeostat.runtime.rules.RuleYaml;
import io.homeostat.runtime.rules.YamlFormatException;
import io.homeostat.runtime.rules.YamlOutline;
import io.homeostat.runtime.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * What a call's body says, JSON or YAML, read within bounds. Immutable.
 *
 * @param object the object that it is
 * @param outline where its parts stand in the text; {@code null} of JSON, which programs write
 */
record RuleBody(Map<?, ?> object, @Nullable YamlOutline outline) {

    /**
     * The object in the body.
     *
     * @throws ProblemException 413 if it is too large, 400 if it cannot be read, 422 if it is no object
     */
    static Map<?, ?> read(HttpServletRequest request) throws IOException {
        return of(request).object();
    }

    /**
     * The body with the places of its parts.
     *
     * @throws ProblemException as by {@link #read}; of YAML that cannot be read, its member {@code place} says where
     */
    static RuleBody of(HttpServletRequest request) throws IOException {
        byte[] body = BoundedBody.read(request);
        boolean yaml = MediaType.APPLICATION_YAML.isCompatibleWith(MediaType.valueOf(request.getContentType()));
        String text = yaml ? text(body) : "";
        if ((yaml ? yaml(text) : json(body)) instanceof Map<?, ?> map) {
            return new RuleBody(map, yaml ? RuleYaml.outline(text) : null);
        }
        throw ProblemException.unprocessable(
                "The body must be %s, such as {\"id\": \"too-hot\", \"when\": {\"kind\": \"threshold\", \"above\": 30}}."
                        .formatted(yaml ? "a YAML mapping" : "a JSON object"));
    }

    private static @Nullable Object json(byte[] body) {
        try {
            return MessageJson.mapper().readValue(body, Object.class);
        } catch (StreamConstraintsException e) {
            throw ProblemException.unprocessable("The body is JSON, but too much of it: " + e.getOriginalMessage());
        } catch (JacksonException e) {
            throw ProblemException.badRequest("The body must be JSON: " + e.getOriginalMessage());
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.badRequest("The body must be YAML in UTF-8.");
        }
    }

    private static @Nullable Object yaml(String text) {
        try {
            return RuleYaml.load(text);
        } catch (YamlFormatException e) {
            ProblemException problem = ProblemException.badRequest("The body must be YAML: " + e.getMessage());
            problem.getBody().setProperty("place", e.place());
            throw problem;
        }
    }
}
