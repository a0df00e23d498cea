package io.homeostat.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a single-node Kafka keeps its data and where it answers. Immutable.
 *
 * @param dataDir its folder, made if it is not there; whatever lies in it is taken up again
 * @param port where it answers, on loopback only; 1 to 65535
 * @param overrides Kafka's own properties, set on top of {@link KafkaProperties}
 */
public record BrokerSettings(Path dataDir, int port, Map<String, String> overrides) {

    private static final String DATA_DIR = "--data-dir=";
    private static final String PORT = "--port=";
    private static final String OVERRIDE = "--override=";

    public BrokerSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be in 1 to 65535, was " + port);
        }
        dataDir = dataDir.toAbsolutePath().normalize();
        overrides = Map.copyOf(overrides);
    }

    /** The address for clients. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** What {@link #fromArguments} reads again. */
    public List<String> toArguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add(DATA_DIR + dataDir);
        arguments.add(PORT + port);
        overrides.forEach((key, value) -> arguments.add(OVERRIDE + key + "=" + value));
        return arguments;
    }

    /** Reads {@code --data-dir=}, {@code --port=} and any number of {@code --override=key=value}; others are not for us. */
    public static BrokerSettings fromArguments(List<String> arguments) {
        Path dataDir = Path.of("data", "kafka");
        int port = 9092;
        Map<String, String> overrides = new LinkedHashMap<>();
        for (String argument : arguments) {
            if (argument.startsWith(DATA_DIR)) {
                dataDir = Path.of(argument.substring(DATA_DIR.length()));
            } else if (argument.startsWith(PORT)) {
                port = Integer.parseInt(argument.substring(PORT.length()));
            } else if (argument.startsWith(OVERRIDE)) {
                String override = argument.substring(OVERRIDE.length());
                int equals = override.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException(OVERRIDE + " must be followed by key=value, was " + argument);
                }
                overrides.put(override.substring(0, equals), override.substring(equals + 1));
            }
        }
        return new BrokerSettings(dataDir, port, overrides);
    }
}
