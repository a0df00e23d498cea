/** Units: which figures can be compared with which values, and how they become the other's. */
@NullMarked
package io.homeostat.detection.unit;

import org.jspecify.annotations.NullMarked;
