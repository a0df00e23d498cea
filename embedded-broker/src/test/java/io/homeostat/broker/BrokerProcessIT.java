package io.homeostat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void endsWithItsStandardInput() throws Exception {
        try (LaunchedBroker broker = launcher(freePort()).launch().awaitReady(BOUND)) {
            broker.process().getOutputStream().close();

            assertThat(broker.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(broker.process().exitValue()).isZero();
        }
    }

    @Test
    void saysInItsFirstLineWhyItDoesNotStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerLauncher launcher = launcher(taken.getLocalPort());
            try (LaunchedBroker broker = launcher.launch()) {
                assertThat(broker.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(broker.process().exitValue()).isEqualTo(1);
                assertThat(launcher.logFile()).content().contains("Kafka did not start: Address already in use");
            }
        }
    }

    @Test
    void isNotWaitedForLongerThanItLives() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LaunchedBroker broker = launcher(taken.getLocalPort()).launch()) {
            assertThatIllegalStateException()
                    .isThrownBy(
                            () -> new LaunchedBroker(broker.process(), settings(freePort()), folder).awaitReady(BOUND))
                    .withMessageStartingWith("the broker ended with code 1 before it answered, see ");
        }
    }

    private BrokerLauncher launcher(int port) {
        return BrokerLauncher.of(settings(port));
    }

    private BrokerSettings settings(int port) {
        return new BrokerSettings(folder.resolve("kafka"), port, Map.of());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
