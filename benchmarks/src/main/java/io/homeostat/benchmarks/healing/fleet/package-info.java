/** A simulated fleet of sensors in groups, with faults of every kind and real events. */
@NullMarked
package io.homeostat.benchmarks.healing.fleet;

import org.jspecify.annotations.NullMarked;
