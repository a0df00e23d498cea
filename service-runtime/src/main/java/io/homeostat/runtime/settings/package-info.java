/** The settings that all services share, checked at start. */
@NullMarked
package io.homeostat.runtime.settings;

import org.jspecify.annotations.NullMarked;
