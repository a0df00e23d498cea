/** From what is seen to what is wrong: a pure function of a snapshot and the dependencies. */
@NullMarked
package io.homeostat.healer.diagnosing;

import org.jspecify.annotations.NullMarked;
