package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.stack.Site;

/**
 * A fault that a service does to itself when {@code /actuator/chaos} asks it to.
 *
 * @param service whose
 * @param order the JSON of the order
 */
record Chaos(String service, String order) implements Injection {

    private static final String PATH = "/actuator/chaos";

    @Override
    public void prepare(Site site) {
        site.argument("--homeostat.chaos.enabled=true");
    }

    @Override
    public void inject(Stage stage) {
        int status = stage.stack().post(service, PATH, order);
        // A service that dies of the order gives no answer.
        if (status >= 300) {
            throw new IllegalStateException("%s must take %s, answered %d".formatted(service, order, status));
        }
    }

    @Override
    public void end(Stage stage) {
        stage.stack().delete(service, PATH);
    }
}
