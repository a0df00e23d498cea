/** Conditions: what a rule does not allow, one type for each kind. */
@NullMarked
package io.homeostat.detection.condition;

import org.jspecify.annotations.NullMarked;
