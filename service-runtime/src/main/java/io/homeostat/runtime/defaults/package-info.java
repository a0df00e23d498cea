/** The values of Spring's settings that all services share unless told otherwise. */
@NullMarked
package io.homeostat.runtime.defaults;

import org.jspecify.annotations.NullMarked;
