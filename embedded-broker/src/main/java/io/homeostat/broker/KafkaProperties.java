package io.homeostat.broker;

import java.util.Properties;

/**
 * Kafka's configuration for one node that is broker and controller at once, on loopback.
 *
 * <p>Topics are not made by asking for them: a reader that subscribes before the service has created its topic would
 * otherwise make {@code rules} with four partitions and without compaction.
 */
final class KafkaProperties {

    private KafkaProperties() {}

    static Properties of(BrokerSettings settings, int controllerPort) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put(
                "listeners", "CLIENTS://127.0.0.1:" + settings.port() + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "CLIENTS://" + settings.bootstrapServers());
        properties.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "CLIENTS");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("log.dirs", settings.dataDir().resolve("log").toString());

        properties.put("auto.create.topics.enable", "false");
        properties.put("num.partitions", "4");
        properties.put("log.segment.bytes", "134217728");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");

        properties.put("offsets.topic.num.partitions", "4");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");

        // After kill -9 the node must wait for the end of its own old session: with the default that takes 14 to 19 s.
        // With
        // 3 s, a broker on a machine that was busy was fenced alive.
        properties.put("broker.session.timeout.ms", "6000");
        properties.put("broker.heartbeat.interval.ms", "1000");

        properties.putAll(settings.overrides());
        return properties;
    }
}
