/** Steady traffic through the stack, and the books on what came of each breach in it. */
@NullMarked
package io.homeostat.benchmarks.faults.traffic;

import org.jspecify.annotations.NullMarked;
