/** Alerts about the machinery itself: a fault that needs a person, a service that gives no sign of life. */
@NullMarked
package io.homeostat.monitor.machinery;

import org.jspecify.annotations.NullMarked;
