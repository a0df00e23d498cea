package io.homeostat.monitor.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The clients of the live feed, so many at most. Thread-safe. */
@Component
class LiveClients implements SmartLifecycle {

    private final LiveProperties bounds;
    private final List<LiveClient> clients = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    LiveClients(LiveProperties bounds) {
        this.bounds = bounds;
    }

    /** Says why there is no room for a client of that address; empty if there is. */
    synchronized Optional<String> refusal(String address) {
        clients.removeIf(LiveClient::isClosed);
        if (clients.size() >= bounds.clientsMax()) {
            return Optional.of("There are %d live clients already, as many as homeostat.events.clients-max allows."
                    .formatted(clients.size()));
        }
        long ofAddress = clients.stream()
                .filter(client -> client.address().equals(address))
                .count();
        if (ofAddress >= bounds.clientsPerAddressMax()) {
            return Optional.of(
                    "Your address has %d live clients already, as many as homeostat.events.clients-per-address-max allows."
                            .formatted(ofAddress));
        }
        return Optional.empty();
    }

    void add(LiveClient client) {
        clients.add(client);
        Thread writer = new Thread(client::write, "live-client");
        writer.setDaemon(true);
        writer.start();
    }

    void offer(LiveEvent event) {
        clients.forEach(client -> client.offer(event));
        clients.removeIf(LiveClient::isClosed);
    }

    boolean isEmpty() {
        return clients.isEmpty();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends the clients before the web server waits for open requests. */
    @Override
    public void stop() {
        running = false;
        clients.forEach(LiveClient::close);
        clients.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
