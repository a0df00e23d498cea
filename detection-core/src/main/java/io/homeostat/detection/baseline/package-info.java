/** Learned detection: what is new in a series, judged from nothing but the readings so far. */
@NullMarked
package io.homeostat.detection.baseline;

import org.jspecify.annotations.NullMarked;
