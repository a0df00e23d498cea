/** Tells a broken sensor from a real event, with its siblings as witnesses, and finds the value that stands in. */
@NullMarked
package io.homeostat.detection.healing;

import org.jspecify.annotations.NullMarked;
