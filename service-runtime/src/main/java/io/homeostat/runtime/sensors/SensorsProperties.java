package io.homeostat.runtime.sensors;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code homeostat.sensors}. Immutable.
 *
 * @param file the YAML file with the sensors that the first start writes to the topic; {@code null}: none
 */
@ConfigurationProperties("homeostat.sensors")
public record SensorsProperties(@Nullable Path file) {}
