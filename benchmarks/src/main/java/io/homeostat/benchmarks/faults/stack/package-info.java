/** A running local-stack, as one who has not built it sees it: processes, HTTP and signals. */
@NullMarked
package io.homeostat.benchmarks.faults.stack;

import org.jspecify.annotations.NullMarked;
