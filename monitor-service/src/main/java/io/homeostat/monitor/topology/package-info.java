/** The monitor's part of the stream: readings are judged by the rules, and alert events and dead letters come of it. */
@NullMarked
package io.homeostat.monitor.topology;

import org.jspecify.annotations.NullMarked;
