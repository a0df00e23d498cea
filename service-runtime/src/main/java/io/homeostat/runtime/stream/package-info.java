/**
 * The stream processor that the monitor and the healer share: reading, bringing each series home, state that survives,
 * and what can be seen of all that from outside.
 */
@NullMarked
package io.homeostat.runtime.stream;

import org.jspecify.annotations.NullMarked;
