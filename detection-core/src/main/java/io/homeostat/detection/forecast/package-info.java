/** Where a series is going: its level, its trend and its daily season, with how sure that is. */
@NullMarked
package io.homeostat.detection.forecast;

import org.jspecify.annotations.NullMarked;
