package io.homeostat.producer.publishing;

import io.homeostat.runtime.broker.KafkaConnection;
import io.homeostat.runtime.chaos.HookedThreads;
import io.homeostat.runtime.stream.RecordHook;
import io.homeostat.runtime.supervision.OrderlyExit;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** Puts the way to Kafka together. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    private static final Duration FOR_EVER = Duration.ofMillis(Integer.MAX_VALUE);

    @Bean
    BrokerContact brokerContact() {
        return new BrokerContact();
    }

    @Bean(destroyMethod = "close")
    Transport transport(
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            PublishingProperties settings,
            BrokerContact contact,
            TopicGuard topics,
            ObjectProvider<RecordHook> hook,
            ObjectProvider<Clock> clock) {
        return new Transport(
                factory(kafka, connection, "patient", FOR_EVER, FOR_EVER),
                factory(kafka, connection, "prompt", Duration.ofSeconds(2), Duration.ofSeconds(8)),
                settings.maxInFlight(),
                contact,
                clock.getIfAvailable(Clock::systemUTC),
                topics,
                hook.getIfAvailable());
    }

    @Bean
    HookedThreads hookedThreads() {
        return HookedThreads.PUBLISHING;
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    BrokerProbe brokerProbe(KafkaConnection connection, BrokerContact contact, ObjectProvider<Clock> clock) {
        return new BrokerProbe(connection.settings(), contact, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean(destroyMethod = "close")
    TopicGuard topicGuard(KafkaConnection connection) {
        return new TopicGuard(connection.settings());
    }

    @Bean
    PublishingHealthIndicator publishingHealthIndicator(Transport transport) {
        return new PublishingHealthIndicator(transport);
    }

    @Bean
    PipelineEndpoint pipelineEndpoint(Transport transport) {
        return new PipelineEndpoint(transport, () -> OrderlyExit.begin(OrderlyExit.ASKED_TO_EXIT));
    }

    @Bean
    MeterBinder publishingMetrics(BrokerContact contact) {
        return registry -> {
            FunctionCounter.builder("homeostat.records.acknowledged", contact, BrokerContact::acknowledgedCount)
                    .description("Records that Kafka has acknowledged")
                    .register(registry);
            FunctionCounter.builder("homeostat.records.failed", contact, BrokerContact::failedCount)
                    .description("Records that were given up before Kafka acknowledged them")
                    .register(registry);
            Gauge.builder("homeostat.records.in.flight", contact, BrokerContact::inFlightCount)
                    .description("Records that wait for Kafka's acknowledgement")
                    .register(registry);
        };
    }

    private static DefaultKafkaProducerFactory<byte[], byte[]> factory(
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            String lane,
            Duration maxBlock,
            Duration deliveryTimeout) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                String.join(",", connection.getProducer().getBootstrapServers()));
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "producer-" + lane);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, maxBlock.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                Duration.ofSeconds(5).toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis());
        settings.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024);
        // not compressed unless configured: kafka-python, as it comes, reads neither lz4 nor snappy
        DefaultKafkaProducerFactory<byte[], byte[]> factory = new DefaultKafkaProducerFactory<>(settings);
        factory.setPhysicalCloseTimeout((int) Duration.ofSeconds(5).toSeconds());
        return factory;
    }
}
