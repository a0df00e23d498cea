package io.homeostat.runtime.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes problem details (RFC 9457) where Spring's own cannot: in filters, and for what the server itself refuses. */
final class Problems {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problems() {}

    static void write(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = JSON.writeValueAsBytes(of(status, sentence));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static String text(int status, String sentence) {
        return new String(JSON.writeValueAsBytes(of(status, sentence)), StandardCharsets.UTF_8);
    }

    private static ObjectNode of(int status, String sentence) {
        HttpStatus known = HttpStatus.resolve(status);
        return JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", known == null ? "Error" : known.getReasonPhrase())
                .put("status", status)
                .put("detail", sentence);
    }
}
