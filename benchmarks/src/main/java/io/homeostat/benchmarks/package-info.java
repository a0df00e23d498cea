/** Comparisons with named peers in one run on one machine, behind one command line. */
@NullMarked
package io.homeostat.benchmarks;

import org.jspecify.annotations.NullMarked;
