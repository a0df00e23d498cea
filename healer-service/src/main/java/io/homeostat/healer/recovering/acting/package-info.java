/** The hands of the healer: what a remedy does by HTTP. */
@NullMarked
package io.homeostat.healer.recovering.acting;

import org.jspecify.annotations.NullMarked;
