/** Learned detection against its peers on recordings in the layout of the Numenta Anomaly Benchmark. */
@NullMarked
package io.homeostat.benchmarks.nab;

import org.jspecify.annotations.NullMarked;
