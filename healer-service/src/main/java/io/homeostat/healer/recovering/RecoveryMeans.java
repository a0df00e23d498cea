package io.homeostat.healer.recovering;

import io.homeostat.healer.recovering.guards.GuardRails;
import io.homeostat.healer.recovering.remedies.Experience;
import io.homeostat.healer.recovering.remedies.Ladders;
import io.homeostat.healer.recovering.remedies.RemedyTimes;

/**
 * What all recoveries of a healer share. Not thread-safe: one thread drives them all.
 *
 * @param settings the figures
 * @param ladders what is tried in which order
 * @param guardRails what may be done
 * @param times how long remedies take
 * @param experience what worked before
 */
public record RecoveryMeans(
        RecoverySettings settings, Ladders ladders, GuardRails guardRails, RemedyTimes times, Experience experience) {}
