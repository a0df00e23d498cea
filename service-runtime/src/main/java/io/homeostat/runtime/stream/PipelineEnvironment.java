package io.homeostat.runtime.stream;

import io.homeostat.runtime.settings.HomeostatProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * What all pipelines of a process have in common. Immutable.
 *
 * @param connection how Kafka is reached, as a client's configuration
 * @param properties the settings under {@code homeostat}
 * @param instance this instance's name
 * @param clock by which progress is measured: one that no step of the system's clock moves
 * @param hook what is done before each record; {@code null}: nothing
 */
public record PipelineEnvironment(
        Map<String, Object> connection,
        HomeostatProperties properties,
        String instance,
        Clock clock,
        @Nullable RecordHook hook) {

    Map<String, Object> adminSettings() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
        return settings;
    }

    /** The settings on a cluster: its id is a part of the state's folder, since state of another is worth nothing. */
    PipelineSettings settings(String clusterId) {
        Path stateFolder =
                properties.dataDir().resolve("state").resolve(clusterId).resolve(instance);
        return new PipelineSettings(
                connection,
                instance,
                stateFolder,
                properties.commitInterval(),
                properties.topics().replication());
    }
}
