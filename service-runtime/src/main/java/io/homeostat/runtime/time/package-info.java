/** Time that nobody sets. */
@NullMarked
package io.homeostat.runtime.time;

import org.jspecify.annotations.NullMarked;
