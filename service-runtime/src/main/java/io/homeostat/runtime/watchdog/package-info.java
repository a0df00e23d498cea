/** A service's own watchdog: a pipeline that stands still ends its process, so that a supervisor starts it again. */
@NullMarked
package io.homeostat.runtime.watchdog;

import org.jspecify.annotations.NullMarked;
