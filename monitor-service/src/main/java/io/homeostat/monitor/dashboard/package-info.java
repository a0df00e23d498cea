/** The page at the monitor's root: plain files, all of them served by this service. */
@NullMarked
package io.homeostat.monitor.dashboard;

import org.jspecify.annotations.NullMarked;
