package io.homeostat.localstack.stub;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Behaves as a service does towards its supervisor: it is ready on its port, and ends with its standard input. It writes
 * the token that it was given, if any, to a file. Needs the JDK alone.
 */
public final class StubService {

    private StubService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(option(arguments, "--server.port="));
        Path token = Path.of(option(arguments, "--homeostat.data-dir="), "token-" + port);
        String given = System.getenv("HOMEOSTAT_SUPERVISOR_TOKEN");
        Files.writeString(token, given == null ? "" : given);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        while (System.in.read() >= 0) {
            // Nobody has anything to say.
        }
        System.exit(0);
    }

    private static String option(String[] arguments, String name) {
        for (String argument : arguments) {
            if (argument.startsWith(name)) {
                return argument.substring(name.length());
            }
        }
        throw new IllegalArgumentException("no " + name);
    }
}
