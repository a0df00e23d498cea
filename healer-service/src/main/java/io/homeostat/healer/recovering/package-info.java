/** From what is wrong to what is done about it, and what proves that it works again: the recovery of one incident. */
@NullMarked
package io.homeostat.healer.recovering;

import org.jspecify.annotations.NullMarked;
