package io.homeostat.benchmarks.faults.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::echo);
        thread.setDaemon(true);
        thread.start();
        proxy = new TcpProxy(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesOnWhatIsSentBothWays() throws IOException {
        try (Socket client = connected()) {
            assertThat(echoOf(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void letsNothingThroughAndTellsNobodyWhileItIsCut() throws IOException {
        try (Socket client = connected()) {
            assertThat(echoOf(client, 7)).isEqualTo(7);
            proxy.cut();
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> echoOf(client, 8));
        }
    }

    @Test
    void letsNewConnectionsThroughOnceItIsMended() throws IOException {
        proxy.cut();
        proxy.mend();
        try (Socket client = connected()) {
            assertThat(echoOf(client, 9)).isEqualTo(9);
        }
    }

    private Socket connected() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(500);
        return client;
    }

    private static int echoOf(Socket client, int value) throws IOException {
        client.getOutputStream().write(value);
        return client.getInputStream().read();
    }

    private void echo() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread thread = new Thread(() -> {
                    try {
                        client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException e) {
                        // the test is over
                    }
                });
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // the test is over
            }
        }
    }
}
