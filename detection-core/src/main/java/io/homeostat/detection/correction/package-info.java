/** Corrections: the values that stand in for failed readings. */
@NullMarked
package io.homeostat.detection.correction;

import org.jspecify.annotations.NullMarked;
