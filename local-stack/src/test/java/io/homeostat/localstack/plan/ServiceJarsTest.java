package io.homeostat.localstack.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJarsTest {

    private Path root;

    @BeforeEach
    void takeARealFolder(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
    }

    @Test
    void areFoundAsTheBuildLeavesThem() throws IOException {
        Path jar = make("monitor-service/target/monitor-service.jar");

        assertThat(new ServiceJars(null, root.resolve("local-stack/target/local-stack.jar")).of("monitor-service"))
                .isEqualTo(jar);
        assertThat(new ServiceJars(null, root.resolve("local-stack/target/classes")).of("monitor-service"))
                .isEqualTo(jar);
    }

    @Test
    void areFoundBesideTheStacksOwn() throws IOException {
        Path jar = make("app/monitor-service.jar");

        assertThat(new ServiceJars(null, root.resolve("app/local-stack.jar")).of("monitor-service"))
                .isEqualTo(jar);
    }

    @Test
    void areFoundWhereTheyWereSaidToBeAndNowhereElse() throws IOException {
        make("app/monitor-service.jar");
        Path jar = make("elsewhere/monitor-service.jar");
        ServiceJars named = new ServiceJars(root.resolve("elsewhere"), root.resolve("app/local-stack.jar"));

        assertThat(named.of("monitor-service")).isEqualTo(jar);
        assertThatThrownBy(() -> named.of("healer-service"))
                .isInstanceOf(MissingJarException.class)
                .hasMessage(
                        "There is no healer-service.jar at %s. Build it with ./mvnw -DskipTests install, or name the "
                                + "folder that holds it with --homeostat.services-dir=<folder>.",
                        root.resolve("elsewhere/healer-service.jar"));
    }

    private Path make(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.createFile(path);
    }
}
