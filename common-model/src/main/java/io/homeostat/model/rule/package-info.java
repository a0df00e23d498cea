/** Rules: what is not allowed, of which sensors, and what follows from it. */
@NullMarked
package io.homeostat.model.rule;

import org.jspecify.annotations.NullMarked;
