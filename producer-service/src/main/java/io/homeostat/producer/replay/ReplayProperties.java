package io.homeostat.producer.replay;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where replays find their files, and the one that starts with the service. Immutable.
 *
 * @param folder the only folder whose files the HTTP interface may name; {@code null}: {@code replays} in the data folder
 * @param bundled whether the bundled file of real temperatures is replayed at start
 * @param from the recorded time at which the bundled file is begun; {@code null}: its beginning
 * @param sensorId the sensor that the bundled file is replayed under
 * @param speed how much faster than it was recorded the bundled file is replayed: at 172,800, two days in a second; 0: as
 *     fast as possible
 */
@ConfigurationProperties("homeostat.replay")
public record ReplayProperties(
        @Nullable Path folder,
        @DefaultValue("false") boolean bundled,
        @Nullable Instant from,
        @DefaultValue("seattle") String sensorId,
        @DefaultValue("172800") double speed) {}
