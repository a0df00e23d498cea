package io.homeostat.broker;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program that is one Kafka node: {@code --data-dir= --port= [--override=key=value …] [--supervised=true]}.
 *
 * <p>Supervised, it ends when its standard input does, so that it does not outlive the process that started it. SIGTERM
 * stops it in order; what takes longer than {@value #STOP_SECONDS} s is cut off, which Kafka's log survives.
 */
public final class BrokerProcess {

    static final String SUPERVISED = "--supervised=true";
    private static final int STOP_SECONDS = 8;

    private BrokerProcess() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        if (given.contains(SUPERVISED)) {
            background("end-of-input", BrokerProcess::exitAtEndOfInput);
        }
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.fromArguments(given));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker), "broker-stop"));
            broker.awaitShutdown();
        } catch (RuntimeException e) {
            System.err.println("Kafka did not start: " + rootOf(e).getMessage());
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void exitAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody has anything to say to us.
            }
        } catch (IOException e) {
            System.err.println("Standard input broke: " + e.getMessage());
        }
        haltLater();
        System.exit(0);
    }

    private static void stop(EmbeddedBroker broker) {
        haltLater();
        broker.close();
    }

    private static void haltLater() {
        background("halt", () -> {
            try {
                TimeUnit.SECONDS.sleep(STOP_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(1);
        });
    }

    private static void background(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}
