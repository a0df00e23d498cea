/** What came out beside what was true: counts, errors and the tables of them. */
@NullMarked
package io.homeostat.benchmarks.healing.report;

import org.jspecify.annotations.NullMarked;
