/** Conditions in a person's own words: the face of the language in which they are written. */
@NullMarked
package io.homeostat.detection.expression;

import org.jspecify.annotations.NullMarked;
