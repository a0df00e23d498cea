package io.homeostat.runtime.rules;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code homeostat.rules}. Immutable.
 *
 * @param file the YAML file with the rules that the first start writes to the topic; {@code null}: the default rule
 */
@ConfigurationProperties("homeostat.rules")
public record RulesProperties(@Nullable Path file) {}
