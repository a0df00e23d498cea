package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Signal;
import io.homeostat.benchmarks.faults.stack.Site;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The monitor's database in a process of its own, killed and started again. It is H2's server, from the library in the
 * monitor's own jar: the binaries of PostgreSQL would double the size of this program for one row, and what is tested is a
 * database that is gone, not which.
 */
final class KilledDatabase implements Injection {

    private @Nullable Process database;
    private @Nullable ProcessBuilder command;

    @Override
    public void prepare(Site site) throws IOException {
        int port = site.freePort();
        Path folder = Files.createDirectories(site.folder().resolve("database"));
        command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-Dloader.main=org.h2.tools.Server",
                        "-cp",
                        site.jar("monitor-service").toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher",
                        "-tcp",
                        "-tcpPort",
                        Integer.toString(port),
                        "-ifNotExists",
                        "-baseDir",
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("database.log").toFile()));
        database = command.start();
        site.argument("monitor", "--spring.datasource.url=jdbc:h2:tcp://localhost:" + port + "/./alerts");
    }

    @Override
    public void inject(Stage stage) {
        if (database != null) {
            Signal.KILL.send(database.pid());
        }
    }

    @Override
    public void end(Stage stage) throws IOException {
        if (command != null) {
            database = command.start();
        }
    }

    @Override
    public void close() {
        if (database != null) {
            database.destroyForcibly();
        }
    }
}
