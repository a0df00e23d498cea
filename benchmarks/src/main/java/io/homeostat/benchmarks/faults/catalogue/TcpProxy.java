package io.homeostat.benchmarks.faults.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes bytes on between two places on loopback until it is cut: then nothing gets through, and nobody is told, as on a
 * network in which packets are dropped. Thread-safe; two threads a connection.
 */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    TcpProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void cut() {
        cut = true;
    }

    /** Lets new connections through; those that were cut are closed. */
    void mend() {
        cut = false;
        open.forEach(TcpProxy::close);
        open.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                if (cut) {
                    continue;
                }
                Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(service);
                start(() -> pass(client, service));
                start(() -> pass(service, client));
            } catch (IOException e) {
                // closed, or the target is not there: the client finds out by its own time-out
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!cut) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // one side is gone, so both go
        }
        if (!cut) {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        close(server);
        open.forEach(TcpProxy::close);
    }

    private static void close(ServerSocket server) {
        try {
            server.close();
        } catch (IOException e) {
            // it is gone
        }
    }
}
