/** What may stand in a log. */
@NullMarked
package io.homeostat.runtime.logging;

import org.jspecify.annotations.NullMarked;
