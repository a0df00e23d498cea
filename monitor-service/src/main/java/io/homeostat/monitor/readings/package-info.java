/** What a chart shows of a series: its recent readings, raw and corrected, in bounded memory. */
@NullMarked
package io.homeostat.monitor.readings;

import org.jspecify.annotations.NullMarked;
