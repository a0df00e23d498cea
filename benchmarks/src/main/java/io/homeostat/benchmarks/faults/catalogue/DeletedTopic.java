package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.model.StreamTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Somebody deletes the topic of the corrections. What stood on it is gone, which is not the healer's doing. */
record DeletedTopic() implements Injection {

    private static final String TOPIC = new StreamTopics("temperature").adjusted();
    private static final long UNSEEN_NANOS = Duration.ofSeconds(2).toNanos();

    @Override
    public void inject(Stage stage) throws InterruptedException {
        long beganNanos = System.nanoTime();
        stage.outputs().replaceCorrections(() -> delete(stage.stack().bootstrapServers()));
        stage.ledger().excuseCorrections(beganNanos - UNSEEN_NANOS, System.nanoTime());
    }

    private static void delete(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteTopics(List.of(TOPIC)).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the topic %s must be deleted within 30 s".formatted(TOPIC), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
