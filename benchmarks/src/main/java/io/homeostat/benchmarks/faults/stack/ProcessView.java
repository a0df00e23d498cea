package io.homeostat.benchmarks.faults.stack;

import tools.jackson.databind.JsonNode;

/**
 * A process as its supervisor has it. Immutable.
 *
 * @param name such as {@code monitor}
 * @param pid 0 while none runs
 * @param state such as {@code UP}
 * @param restarts how often it was started again
 */
record ProcessView(String name, long pid, String state, int restarts) {

    static ProcessView of(JsonNode json) {
        return new ProcessView(
                json.path("name").asString(),
                json.path("pid").asLong(0),
                json.path("state").asString(""),
                json.path("restarts").asInt());
    }

    boolean isUp() {
        return state.equals("UP");
    }
}
