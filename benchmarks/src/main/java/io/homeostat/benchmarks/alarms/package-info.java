/** How many false alarms the learned detector raises on a healthy fleet, and which faults it finds. */
@NullMarked
package io.homeostat.benchmarks.alarms;

import org.jspecify.annotations.NullMarked;
