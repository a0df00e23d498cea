/** Corrections: values that stand in for failed readings, with where they came from. */
@NullMarked
package io.homeostat.model.correction;

import org.jspecify.annotations.NullMarked;
