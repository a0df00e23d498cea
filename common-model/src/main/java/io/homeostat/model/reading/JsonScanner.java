package io.homeostat.model.reading;

import io.homeostat.model.reading.JsonToken.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A strict scanner of JSON (RFC 8259) in UTF-8 that finds where values stand, without a tree, an exception or an
 * allocation. Not thread-safe; reused for one text after another.
 *
 * <p>Each method that reads returns whether it could; after the first {@code false} {@link #problem()} says why, and
 * nothing more may be read. Containers are passed over with a stack of one bit a level, so that depth costs neither
 * Java stack nor time; {@value #MAX_DEPTH} levels are the most, as in Jackson.
 */
final class JsonScanner {

    static final int MAX_DEPTH = 500;

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    /** For each level inside a skipped container, a bit: set for an object, clear for an array. */
    private final long[] levels = new long[(MAX_DEPTH + Long.SIZE - 1) / Long.SIZE];

    private final JsonToken skipped = new JsonToken();

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private @Nullable String problem;

    void reset(byte[] text) {
        bytes = text;
        at = 0;
        end = text.length;
        problem = null;
    }

    /** What was wrong, as the second half of a sentence. */
    String problem() {
        String found = at < end ? Excerpt.ofByte(bytes[at]) : "the end";
        return "at byte %d %s was expected, was %s".formatted(at, problem, found);
    }

    /** Passes over white space and one given character. */
    boolean punctuation(char expected, String name) {
        skipWhiteSpace();
        if (at < end && bytes[at] == expected) {
            at++;
            return true;
        }
        return fail(name);
    }

    /** Passes over white space and, if it comes next, one given character. */
    boolean optional(char wanted) {
        skipWhiteSpace();
        if (at < end && bytes[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Whether nothing but white space is left. */
    boolean finish() {
        skipWhiteSpace();
        return at == end || fail("nothing after the object");
    }

    /** Reads a field's name and the colon after it. */
    boolean name(JsonToken into) {
        skipWhiteSpace();
        if (at >= end || bytes[at] != '"') {
            return fail("a field's name in double quotes");
        }
        return string(into) && punctuation(':', "':'");
    }

    /** Reads a value of any kind, however deep. */
    boolean value(JsonToken into) {
        return containerFollows() ? container(into) : scalar(into);
    }

    private boolean scalar(JsonToken into) {
        if (at >= end) {
            return fail("a value");
        }
        return switch (bytes[at]) {
            case '"' -> string(into);
            case 't' -> literal(TRUE, Kind.BOOLEAN, into);
            case 'f' -> literal(FALSE, Kind.BOOLEAN, into);
            case 'n' -> literal(NULL, Kind.NULL, into);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(into);
            default -> fail("a value");
        };
    }

    private boolean container(JsonToken into) {
        int start = at;
        Kind kind = bytes[at] == '{' ? Kind.OBJECT : Kind.ARRAY;
        int depth = 0;
        boolean opens = true;
        do {
            boolean object;
            boolean closes;
            if (opens) {
                // The object that is being decoded is a level of its own.
                if (depth + 1 >= MAX_DEPTH) {
                    return fail("no nesting deeper than " + MAX_DEPTH + " levels");
                }
                object = bytes[at++] == '{';
                setLevel(depth++, object);
                closes = optional(object ? '}' : ']');
            } else {
                object = isObject(depth - 1);
                closes = optional(object ? '}' : ']');
                if (!closes && !punctuation(',', object ? "',' or '}'" : "',' or ']'")) {
                    return false;
                }
            }
            opens = false;
            if (closes) {
                depth--;
                continue;
            }
            if (object && !name(skipped)) {
                return false;
            }
            opens = containerFollows();
            if (!opens && !scalar(skipped)) {
                return false;
            }
        } while (depth > 0);
        into.set(kind, start, at, false);
        return true;
    }

    private boolean containerFollows() {
        skipWhiteSpace();
        return at < end && (bytes[at] == '{' || bytes[at] == '[');
    }

    private void setLevel(int depth, boolean object) {
        long bit = 1L << depth;
        if (object) {
            levels[depth / Long.SIZE] |= bit;
        } else {
            levels[depth / Long.SIZE] &= ~bit;
        }
    }

    private boolean isObject(int depth) {
        return (levels[depth / Long.SIZE] & (1L << depth)) != 0;
    }

    private boolean literal(byte[] word, Kind kind, JsonToken into) {
        int start = at;
        for (byte letter : word) {
            if (at >= end || bytes[at] != letter) {
                return fail("'" + new String(word, StandardCharsets.US_ASCII) + "'");
            }
            at++;
        }
        into.set(kind, start, at, false);
        return true;
    }

    private boolean number(JsonToken into) {
        int start = at;
        if (bytes[at] == '-') {
            at++;
        }
        if (at < end && bytes[at] == '0') {
            at++;
        } else if (!digits()) {
            return false;
        }
        if (at < end && bytes[at] == '.') {
            at++;
            if (!digits()) {
                return false;
            }
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            if (!digits()) {
                return false;
            }
        }
        into.set(Kind.NUMBER, start, at, false);
        return true;
    }

    private boolean digits() {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > start || fail("a digit");
    }

    private boolean string(JsonToken into) {
        int start = ++at;
        boolean escaped = false;
        while (at < end) {
            byte c = bytes[at];
            if (c == '"') {
                into.set(Kind.STRING, start, at++, escaped);
                return true;
            }
            if (c >= ' ' && c != '\\') {
                at++;
            } else if (c == '\\') {
                escaped = true;
                if (!escape()) {
                    return false;
                }
            } else if (c >= 0) {
                return fail("no control character inside a string");
            } else {
                int after = Utf8.after(bytes, at, end);
                if (after == Utf8.MALFORMED) {
                    return fail("valid UTF-8");
                }
                at = after;
            }
        }
        return fail("a string's closing quote");
    }

    private boolean escape() {
        at++;
        if (at >= end) {
            return fail("a character after '\\'");
        }
        switch (bytes[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at++;
            case 'u' -> {
                at++;
                for (int digit = 0; digit < 4; digit++) {
                    if (at >= end || Character.digit(bytes[at], 16) < 0) {
                        return fail("four hexadecimal digits after '\\u'");
                    }
                    at++;
                }
            }
            default -> {
                return fail("one of '\"\\/bfnrtu' after '\\'");
            }
        }
        return true;
    }

    private void skipWhiteSpace() {
        while (at < end) {
            byte c = bytes[at];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private boolean fail(String expected) {
        problem = expected;
        return false;
    }
}
