package io.homeostat.localstack.faststart;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the fast start of the services, one after the other, in a thread of its own and with the least priority: the
 * services of this start do not wait for it, the next lives of their processes gain from it. Thread-safe.
 */
public final class FastStarts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FastStarts.class);
    private static final Duration BOUND = Duration.ofMinutes(3);

    /** Ends the start when all classes of the application are loaded, before it reads or writes anything of others. */
    private static final List<String> REHEARSAL = List.of(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=localhost:1",
            "--homeostat.supervised=true",
            "--homeostat.targets.producer.url=",
            "--homeostat.targets.monitor.url=");

    private final List<FastStart> services;
    private final List<String> jvmOptions;
    private final Path logFile;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Nothing is prepared yet.
     *
     * @param jvmOptions with which the services run; an archive fits to its collector
     * @param logFile where the output of the preparation goes
     */
    public FastStarts(List<FastStart> services, List<String> jvmOptions, Path logFile) {
        this.services = List.copyOf(services);
        this.jvmOptions = List.copyOf(jvmOptions);
        this.logFile = logFile;
        this.thread = new Thread(this::prepareAll, "fast-start");
        thread.setDaemon(true);
    }

    /** Begins, once. */
    public void prepare() {
        thread.start();
    }

    private void prepareAll() {
        for (FastStart service : services) {
            if (closed || service.isPrepared() || !service.canBePrepared()) {
                continue;
            }
            try {
                prepare(service);
            } catch (IOException e) {
                log.warn("{} starts from its jar as it is: {}", service.module(), e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void prepare(FastStart service) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Files.createDirectories(service.folder());
        forgetOthers(service);
        Path scratch = service.folder().resolve(service.module() + ".new");
        delete(scratch);
        run(List.of(
                "-Djarmode=tools", "-jar", service.jar().toString(), "extract", "--destination", scratch.toString()));
        Files.move(scratch, service.layout());
        Path unfinished = service.layout().resolve("classes.new");
        Path data = service.layout().resolve("rehearsal");
        List<String> rehearsal = new ArrayList<>(jvmOptions);
        rehearsal.addAll(List.of(
                "-XX:ArchiveClassesAtExit=" + unfinished,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                service.laidOut().toString(),
                "--homeostat.data-dir=" + data));
        rehearsal.addAll(REHEARSAL);
        run(rehearsal);
        delete(data);
        Files.move(unfinished, service.archive());
        log.info(
                "{} will start faster; prepared in {} s",
                service.module(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    /** Layouts of other states of the jar, and what was left unfinished. */
    private static void forgetOthers(FastStart service) throws IOException {
        try (Stream<Path> all = Files.list(service.folder())) {
            for (Path one : all.filter(path -> path.getFileName().toString().startsWith(service.module() + "-"))
                    .toList()) {
                delete(one);
            }
        }
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (new File("/usr/bin/nice").canExecute()) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        // its input stays open as long as this process lives, and its end ends it
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(logFile.toFile()))
                .start();
        try {
            if (!process.waitFor(BOUND.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("its rehearsal did not end within " + BOUND);
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("its rehearsal ended with code " + process.exitValue() + ", see " + logFile);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }
}
