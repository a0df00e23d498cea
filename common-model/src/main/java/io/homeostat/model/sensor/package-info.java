/** Sensors: what is known of them beside their readings. */
@NullMarked
package io.homeostat.model.sensor;

import org.jspecify.annotations.NullMarked;
