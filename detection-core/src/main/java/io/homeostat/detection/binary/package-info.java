/** The compact binary form of state: varints and plain doubles in a growing buffer. */
@NullMarked
package io.homeostat.detection.binary;

import org.jspecify.annotations.NullMarked;
