/** Simulated sensors with faults on request or by a schedule, and the truth about them. */
@NullMarked
package io.homeostat.producer.simulation;

import org.jspecify.annotations.NullMarked;
