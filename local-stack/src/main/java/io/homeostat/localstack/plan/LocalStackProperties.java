package io.homeostat.localstack.plan;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be chosen about the stack, beside {@code server.port} for its own page. Immutable.
 *
 * @param dataDir where everything is kept: Kafka's log, the services' state, the logs
 * @param kafkaPort where Kafka answers
 * @param producerPort where producer-service answers
 * @param monitorPort where monitor-service answers, and so the dashboard
 * @param healerPort where healer-service answers
 * @param servicesDir where the services' jars lie side by side; {@code null}: beside this jar, or as the build leaves them
 * @param fastStart whether the services' jars are laid out once, in the background, so that they start faster afterwards
 * @param fastStartDir where, some 800 MB; {@code null}: {@code fast-start} in the data folder
 * @param kafkaJvmOptions for the broker's JVM
 * @param serviceJvmOptions for each service's JVM
 * @param producerArguments more options for producer-service: what it simulates and replays
 * @param monitorArguments more options for monitor-service
 * @param healerArguments more options for healer-service
 */
@ConfigurationProperties("homeostat")
public record LocalStackProperties(
        @DefaultValue("data") Path dataDir,
        @DefaultValue("9092") int kafkaPort,
        @DefaultValue("8081") int producerPort,
        @DefaultValue("8082") int monitorPort,
        @DefaultValue("8083") int healerPort,
        @Nullable Path servicesDir,
        @DefaultValue("true") boolean fastStart,
        @Nullable Path fastStartDir,
        @DefaultValue("-Xmx384m") List<String> kafkaJvmOptions,
        @DefaultValue({"-Xmx512m", "-XX:+UseParallelGC"}) List<String> serviceJvmOptions,

        @DefaultValue({
            "--homeostat.simulation.scenario=fleet",
            "--homeostat.simulation.sensors=40",
            "--homeostat.simulation.rate=40",
            "--homeostat.simulation.faults.mean-interval=PT12S",
            "--homeostat.simulation.faults.planned[0].kind=overheating",
            "--homeostat.simulation.faults.planned[0].after=PT5S",
            "--homeostat.simulation.faults.planned[1].kind=spike",
            "--homeostat.simulation.faults.planned[1].after=PT10S",
            "--homeostat.simulation.faults.planned[2].kind=offset",
            "--homeostat.simulation.faults.planned[2].after=PT20S",
            "--homeostat.simulation.faults.planned[2].duration=PT10M",
            "--homeostat.replay.bundled=true",
            // a hot August, half a day in three seconds: each breach can be seen
            "--homeostat.replay.from=2012-08-03T00:00:00Z",
            "--homeostat.replay.speed=14400"
        })
        List<String> producerArguments,

        @DefaultValue List<String> monitorArguments,
        @DefaultValue List<String> healerArguments) {

    public LocalStackProperties {
        requirePort("homeostat.kafka-port", kafkaPort);
        requirePort("homeostat.producer-port", producerPort);
        requirePort("homeostat.monitor-port", monitorPort);
        requirePort("homeostat.healer-port", healerPort);
        dataDir = dataDir.toAbsolutePath().normalize();
        kafkaJvmOptions = List.copyOf(kafkaJvmOptions);
        serviceJvmOptions = List.copyOf(serviceJvmOptions);
        producerArguments = List.copyOf(producerArguments);
        monitorArguments = List.copyOf(monitorArguments);
        healerArguments = List.copyOf(healerArguments);
    }

    /** Where the services' jars are laid out. */
    Path fastStartFolder() {
        return fastStartDir == null
                ? dataDir.resolve("fast-start")
                : fastStartDir.toAbsolutePath().normalize();
    }

    private static void requirePort(String option, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("%s must be in 1 to 65535, was %d".formatted(option, port));
        }
    }
}
