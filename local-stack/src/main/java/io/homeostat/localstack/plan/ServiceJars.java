package io.homeostat.localstack.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the services' jars lie: in a folder that was named, beside this program's jar, or in the modules' {@code target}
 * folders as the build leaves them.
 *
 * @param named the folder that was asked for, if one was
 * @param own this program's jar or folder of classes, which lies in {@code local-stack/target}
 */
record ServiceJars(@Nullable Path named, Path own) {

    /** The module's jar. */
    Path of(String module) {
        String jar = module + ".jar";
        Stream<Path> candidates = named != null
                ? Stream.of(named.resolve(jar))
                : Stream.of(
                        own.resolveSibling(jar),
                        own.resolve("../../..")
                                .resolve(module)
                                .resolve("target")
                                .resolve(jar));
        List<Path> places =
                candidates.map(place -> place.toAbsolutePath().normalize()).toList();
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new MissingJarException(jar, places));
    }
}
