/** What a rule of each kind costs a reading. */
@NullMarked
package io.homeostat.benchmarks.rules;

import org.jspecify.annotations.NullMarked;
