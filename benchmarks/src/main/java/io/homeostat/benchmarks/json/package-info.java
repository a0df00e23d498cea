/** Decoding of readings against the JSON library's data binding. */
@NullMarked
package io.homeostat.benchmarks.json;

import org.jspecify.annotations.NullMarked;
