/** The tables. */
@NullMarked
package io.homeostat.benchmarks.faults.report;

import org.jspecify.annotations.NullMarked;
