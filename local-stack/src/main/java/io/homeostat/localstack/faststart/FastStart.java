package io.homeostat.localstack.faststart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * One service's jar, laid out flat beside an archive of the classes that its start loads (class-data sharing, JEP 350): its
 * JVM then starts with about half of the processor time. Immutable; the files may come and go.
 *
 * <p>The layout belongs to one state of the jar and one Java; where it is not there, or not there yet, the service runs
 * from its jar as it is.
 *
 * @param folder where the layouts of all services lie
 * @param jar the service's jar
 */
public record FastStart(Path folder, Path jar) {

    /** The options and the jar to give to {@code java}. */
    public List<String> launch() {
        return Files.isRegularFile(archive())
                ? List.of(
                        "-XX:SharedArchiveFile=" + archive(), "-jar", laidOut().toString())
                : List.of("-jar", jar.toString());
    }

    /** Whether it starts fast already. */
    public boolean isPrepared() {
        return Files.isRegularFile(archive());
    }

    /** Whether the jar is one that can be laid out: one that Spring Boot has packaged. */
    boolean canBePrepared() {
        try (JarFile opened = new JarFile(jar.toFile())) {
            Manifest manifest = opened.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            return attributes.getValue("Spring-Boot-Version") != null;
        } catch (IOException e) {
            return false;
        }
    }

    Path layout() {
        return folder.resolve(module() + "-" + state());
    }

    Path laidOut() {
        return layout().resolve(jar.getFileName());
    }

    Path archive() {
        return layout().resolve("classes.jsa");
    }

    String module() {
        return jar.getFileName().toString().replaceAll("\\.jar$", "");
    }

    /** A short name that changes with the jar and with the Java. */
    private String state() {
        try {
            String identity =
                    Files.size(jar) + "/" + Files.getLastModifiedTime(jar).toMillis() + "/"
                            + System.getProperty("java.home") + "/" + System.getProperty("java.vm.version");
            return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .substring(0, 8);
        } catch (IOException e) {
            return "none";
        }
    }
}
