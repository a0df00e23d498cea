/** The service that heals: corrections of readings, and sick services. */
@NullMarked
package io.homeostat.healer;

import org.jspecify.annotations.NullMarked;
