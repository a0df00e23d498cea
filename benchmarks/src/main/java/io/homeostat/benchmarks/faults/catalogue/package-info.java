/** The faults: what is done, and what the right answer to it is. */
@NullMarked
package io.homeostat.benchmarks.faults.catalogue;

import org.jspecify.annotations.NullMarked;
