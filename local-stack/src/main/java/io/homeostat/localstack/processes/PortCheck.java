package io.homeostat.localstack.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Whether all ports that the stack needs can be had, asked before anything is started. */
public final class PortCheck {

    private PortCheck() {}

    /**
     * A port that the stack will listen on.
     *
     * @param port the number
     * @param owner who will listen, for people
     * @param option what chooses another
     */
    public record Wanted(int port, String owner, String option) {}

    /** A sentence for each port that cannot be had; empty if all can. */
    public static List<String> complaints(List<Wanted> ports) {
        return complaints(ports, PortCheck::isTaken);
    }

    static List<String> complaints(List<Wanted> ports, IntPredicate isTaken) {
        List<String> complaints = new ArrayList<>();
        Map<Integer, Wanted> seen = new HashMap<>();
        for (Wanted wanted : ports) {
            Wanted other = seen.putIfAbsent(wanted.port(), wanted);
            if (other != null) {
                complaints.add("Port %d is asked for twice, for %s and for %s; choose another with --%s=<port>."
                        .formatted(wanted.port(), other.owner(), wanted.owner(), wanted.option()));
            } else if (isTaken.test(wanted.port())) {
                complaints.add("Port %d, which %s needs, is taken by another program; choose another with --%s=<port>."
                        .formatted(wanted.port(), wanted.owner(), wanted.option()));
            }
        }
        return complaints;
    }

    /** Tries both ways: where a listener on all addresses does not keep another from loopback, it answers a connection. */
    private static boolean isTaken(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (Socket socket = new Socket()) {
            socket.connect(address, 1_000);
            return true;
        } catch (IOException nobodyAnswers) {
            return !canListen(address);
        }
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
