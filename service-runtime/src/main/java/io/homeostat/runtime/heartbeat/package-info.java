/** A sign of life every second, with what the process has left. */
@NullMarked
package io.homeostat.runtime.heartbeat;

import org.jspecify.annotations.NullMarked;
