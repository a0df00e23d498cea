package io.homeostat.localstack.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A service's jar is not where it should be. */
public final class MissingJarException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingJarException(String jar, List<Path> places) {
        super(
                "There is no %s at %s. Build it with ./mvnw -DskipTests install, or name the folder that holds it with --homeostat.services-dir=<folder>."
                        .formatted(jar, places.stream().map(Path::toString).collect(Collectors.joining(" or "))));
    }
}
