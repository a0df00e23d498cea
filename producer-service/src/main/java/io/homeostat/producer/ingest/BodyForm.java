package io.homeostat.producer.ingest;

import io.homeostat.runtime.web.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The forms in which readings come, each of which knows where in a body they lie. */
enum BodyForm {
    /**
     * One object, or an array of them. The body is checked whole before anything of it is taken, so that one that is no
     * JSON leaves nothing behind. No tree is built.
     */
    JSON {
        @Override
        Spans split(byte[] body) {
            Spans spans = new Spans();
            try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
                JsonToken first = parser.nextToken();
                if (first == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        span(parser, spans);
                    }
                } else if (first == JsonToken.START_OBJECT) {
                    span(parser, spans);
                } else if (first == null) {
                    throw ProblemException.badRequest(
                            "the body is empty; it must be a reading or an array of readings");
                } else {
                    throw ProblemException.unprocessable("the body must be an object or an array of objects");
                }
                if (parser.nextToken() != null) {
                    throw ProblemException.badRequest("the body goes on after the end of its JSON, at byte "
                            + parser.currentTokenLocation().getByteOffset()
                            + "; send many readings as an array or as application/x-ndjson");
                }
            } catch (JacksonException e) {
                throw ProblemException.badRequest("the body is no JSON: " + e.getOriginalMessage() + " (byte "
                        + (e.getLocation() == null ? 0 : e.getLocation().getByteOffset()) + ")");
            }
            return spans;
        }
    },

    /** One reading a line; empty lines do not count. */
    LINES {
        @Override
        Spans split(byte[] body) {
            Spans spans = new Spans();
            int begin = 0;
            for (int at = 0; at <= body.length; at++) {
                if (at == body.length || body[at] == '\n') {
                    int end = at > begin && body[at - 1] == '\r' ? at - 1 : at;
                    if (!isBlank(body, begin, end)) {
                        spans.add(begin, end);
                    }
                    begin = at + 1;
                }
            }
            return spans;
        }
    };

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    /** Finds the readings in a body. */
    abstract Spans split(byte[] body);

    /** Adds the value that the parser stands at the beginning of, and goes to its end. */
    private static void span(JsonParser parser, Spans spans) {
        int begin = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        if (!parser.currentToken().isStructEnd()) {
            parser.finishToken();
        }
        spans.add(begin, (int) parser.currentLocation().getByteOffset());
    }

    private static boolean isBlank(byte[] body, int begin, int end) {
        for (int at = begin; at < end; at++) {
            if (body[at] != ' ' && body[at] != '\t') {
                return false;
            }
        }
        return true;
    }
}
