/** Readings as they come in, what is wrong with those that cannot be read, and where each came from. */
@NullMarked
package io.homeostat.model.reading;

import org.jspecify.annotations.NullMarked;
