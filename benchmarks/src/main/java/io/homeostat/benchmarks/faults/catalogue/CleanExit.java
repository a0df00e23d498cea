package io.homeostat.benchmarks.faults.catalogue;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A true exit with code 0, which no signal gives and no call of the service offers: the JVM is made to load an agent that
 * exits, through the socket that every JVM opens to those of the same user.
 */
record CleanExit(String name) implements Injection {

    @Override
    public void inject(Stage stage) throws IOException {
        long pid = stage.stack()
                .supervisor()
                .pid(name)
                .orElseThrow(() -> new IllegalStateException(name + " must run to exit"));
        Path agent = agent(stage.site().folder().resolve("exit-agent.jar"));
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            machine.loadAgent(agent.toString());
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IllegalStateException("the JVM of %s must take an agent".formatted(name), e);
        }
    }

    /** A jar with the agent alone, so that nothing else of this program gets into the service. */
    private static Path agent(Path jar) throws IOException {
        String file = ExitAgent.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Agent-Class"), ExitAgent.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = ExitAgent.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " must be on the class path");
            }
            out.putNextEntry(new JarEntry(file));
            in.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
