package io.homeostat.producer.simulation;

/** What a simulation simulates. */
public enum Scenario {
    /** One sensor without id or key, a random whole number from 10 to 50 each second. */
    SEED,
    /** Many sensors with ids, a daily cycle, noise and a character each. */
    FLEET
}
