package io.homeostat.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Whether a broker on loopback takes requests. A port that accepts is not enough, since Kafka opens it before it knows
 * its own metadata; but a client is asked only then, for clients log each refused connection.
 *
 * @param port where the broker should answer
 */
public record BrokerReadiness(int port) {

    private static final int BOUND_MILLIS = 5_000;

    /** Asks once; takes up to five seconds if the broker hangs. */
    public boolean answers() {
        return accepts() && describesItself();
    }

    /** Whether somebody listens there. */
    public boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean describesItself() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "localhost:" + port,
                "default.api.timeout.ms", BOUND_MILLIS,
                "request.timeout.ms", BOUND_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(BOUND_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
