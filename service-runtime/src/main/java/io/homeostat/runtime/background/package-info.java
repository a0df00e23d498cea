/** Work that a service does beside its streams and requests, on threads of its own. */
@NullMarked
package io.homeostat.runtime.background;

import org.jspecify.annotations.NullMarked;
