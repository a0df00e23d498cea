package io.homeostat.runtime.rules;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rules of the first start cannot be used; the message is a sentence that names the key and the file. */
public final class InvalidRulesFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRulesFileException(@Nullable Path file, String sentence) {
        super(
                file == null
                        ? "the default rules " + sentence
                        : "homeostat.rules.file: the file " + file + " " + sentence);
    }
}
