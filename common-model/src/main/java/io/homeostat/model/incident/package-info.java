/** What the healer says of faults, from their detection to their end. */
@NullMarked
package io.homeostat.model.incident;

import org.jspecify.annotations.NullMarked;
