/** What the stack's answer to a fault was worth: pure functions of what was seen. */
@NullMarked
package io.homeostat.benchmarks.faults.judging;

import org.jspecify.annotations.NullMarked;
