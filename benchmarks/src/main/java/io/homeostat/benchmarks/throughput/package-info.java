/** The services as shipped against their peers on one real broker, each in a JVM of its own, measured from outside. */
@NullMarked
package io.homeostat.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
