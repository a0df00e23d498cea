/** The ways in which a sensor, or what it measures, goes wrong: one type for each kind. */
@NullMarked
package io.homeostat.producer.simulation.fault;

import org.jspecify.annotations.NullMarked;
