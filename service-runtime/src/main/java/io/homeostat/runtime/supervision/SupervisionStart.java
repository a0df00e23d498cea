package io.homeostat.runtime.supervision;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ties a process to its supervisor where {@code homeostat.supervised} says that there is one, before anything else
 * starts: a service whose start hangs ends as well.
 */
final class SupervisionStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int SUPERVISOR_GONE = 71;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // what is neither true nor false is for the check of the settings to refuse
        if ("true".equalsIgnoreCase(context.getEnvironment().getProperty("homeostat.supervised"))) {
            new EndWithSupervisor(System.in, () -> OrderlyExit.begin(SUPERVISOR_GONE)).watch();
        }
    }
}
