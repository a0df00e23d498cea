/** What is worked out of the readings of a window: aggregates over panes of time. */
@NullMarked
package io.homeostat.detection.window;

import org.jspecify.annotations.NullMarked;
