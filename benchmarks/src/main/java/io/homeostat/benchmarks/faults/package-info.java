/** The fault matrix: the stack as shipped, hurt in many ways under steady traffic, and how it came through. */
@NullMarked
package io.homeostat.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
