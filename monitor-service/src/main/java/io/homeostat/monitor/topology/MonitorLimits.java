package io.homeostat.monitor.topology;

import java.time.Duration;

/**
 * The bounds that the monitor judges within. Immutable.
 *
 * @param lateness how far behind its series' newest event time a reading may come and still move an alert
 * @param idleAfter after how long without a reading a series without an open alert leaves
 */
record MonitorLimits(Duration lateness, Duration idleAfter) {}
