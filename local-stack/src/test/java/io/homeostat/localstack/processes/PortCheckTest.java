package io.homeostat.localstack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.localstack.processes.PortCheck.Wanted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    private static final Wanted KAFKA = new Wanted(9092, "Kafka", "homeostat.kafka-port");
    private static final Wanted MONITOR = new Wanted(8082, "monitor-service", "homeostat.monitor-port");

    @Test
    void saysNothingIfAllCanBeHad() {
        assertThat(PortCheck.complaints(List.of(KAFKA, MONITOR), port -> false)).isEmpty();
    }

    @Test
    void namesThePortAndTheOption() {
        assertThat(PortCheck.complaints(List.of(KAFKA, MONITOR), port -> port == 8082))
                .containsExactly("Port 8082, which monitor-service needs, is taken by another program; "
                        + "choose another with --homeostat.monitor-port=<port>.");
    }

    @Test
    void namesWhatIsAskedForTwice() {
        Wanted healer = new Wanted(8082, "healer-service", "homeostat.healer-port");
        assertThat(PortCheck.complaints(List.of(MONITOR, healer), port -> false))
                .containsExactly("Port 8082 is asked for twice, for monitor-service and for healer-service; "
                        + "choose another with --homeostat.healer-port=<port>.");
    }

    @Test
    void findsAListenerOnLoopbackAndOnAllAddresses() throws IOException {
        try (ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket all = new ServerSocket(0)) {
            assertThat(PortCheck.complaints(List.of(
                            new Wanted(loopback.getLocalPort(), "a", "a"), new Wanted(all.getLocalPort(), "b", "b"))))
                    .hasSize(2);
        }
    }
}
