/** Readings that were there before, read again beside the live stream and without touching it. */
@NullMarked
package io.homeostat.monitor.past;

import org.jspecify.annotations.NullMarked;
