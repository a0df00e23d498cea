package io.homeostat.localstack.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Puts three {@linkplain StubService stand-ins} under the names of the services' jars. */
public final class StubJars {

    private StubJars() {}

    public static void makeIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String module : List.of("producer-service", "monitor-service", "healer-service")) {
            make(folder.resolve(module + ".jar"));
        }
    }

    private static void make(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
        String file = StubService.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                InputStream code = StubService.class.getClassLoader().getResourceAsStream(file)) {
            entries.putNextEntry(new JarEntry(file));
            code.transferTo(entries);
        }
    }
}
