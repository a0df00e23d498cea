package io.homeostat.runtime.supervision;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Ends a supervised process with its supervisor. */
@AutoConfiguration
@ConditionalOnProperty("homeostat.supervised")
public class SupervisionAutoConfiguration {

    private static final int SUPERVISOR_GONE = 71;

    @Bean
    EndWithSupervisor endWithSupervisor() {
        return new EndWithSupervisor(System.in, () -> OrderlyExit.begin(SUPERVISOR_GONE));
    }
}
