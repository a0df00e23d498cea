/** How much nearer to the truth the corrected stream is than the raw one: the command {@code healing}. */
@NullMarked
package io.homeostat.benchmarks.healing;

import org.jspecify.annotations.NullMarked;
