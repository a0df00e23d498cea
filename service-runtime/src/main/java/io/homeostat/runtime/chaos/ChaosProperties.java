package io.homeostat.runtime.chaos;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of fault injection. Immutable.
 *
 * @param enabled whether faults can be ordered at {@code /actuator/chaos}
 */
@ConfigurationProperties("homeostat.chaos")
record ChaosProperties(@DefaultValue("false") boolean enabled) {}
