package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.fixtures.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code kcat} of this machine, as a person would use it. */
final class Kcat {

    private final Path program = Tools.require("kcat");
    private final String bootstrapServers;
    private final Path folder;

    Kcat(String bootstrapServers, Path folder) {
        this.bootstrapServers = bootstrapServers;
        this.folder = folder;
    }

    /** Sends one value without a key. */
    void send(String topic, String value) throws IOException, InterruptedException {
        run(value + "\n", "-P", "-t", topic, "-X", "message.max.bytes=1048000");
    }

    /** Sends a record without a value. */
    void sendNull(String topic) throws IOException, InterruptedException {
        run("key:\n", "-P", "-t", topic, "-K:", "-Z");
    }

    /** Sends a value of no bytes. */
    void sendEmpty(String topic) throws IOException, InterruptedException {
        run("key:\n", "-P", "-t", topic, "-K:");
    }

    /** What is on the topic now, one line for a record. */
    List<String> read(String topic, String format) throws IOException, InterruptedException {
        return run("", "-C", "-e", "-q", "-t", topic, "-f", format + "\\n")
                .lines()
                .toList();
    }

    private String run(String input, String... arguments) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("kcat.in"), input);
        Path out = folder.resolve("kcat.out");
        List<String> command = new ArrayList<>(List.of(program.toString(), "-b", bootstrapServers));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
        assertThat(process.exitValue()).as("code of %s", command).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
