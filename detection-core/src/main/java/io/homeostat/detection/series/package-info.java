/** What is remembered of a series, and the judging of its readings in event time. */
@NullMarked
package io.homeostat.detection.series;

import org.jspecify.annotations.NullMarked;
