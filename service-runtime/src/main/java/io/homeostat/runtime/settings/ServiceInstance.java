package io.homeostat.runtime.settings;

import java.nio.file.Path;

/**
 * Which instance this is among all. Immutable.
 *
 * @param name unique among the instances of all services on one Kafka: it names the member of consumer groups and the
 *     folder of the state
 */
public record ServiceInstance(String name) {

    /** Where this instance keeps its state of one Kafka: {@code <data-dir>/state/<cluster id>/<instance>}. */
    public Path stateFolder(Path dataDir, String clusterId) {
        return dataDir.resolve("state").resolve(clusterId).resolve(name);
    }
}
