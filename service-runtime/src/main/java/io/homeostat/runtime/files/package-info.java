/** Small files that a service keeps for itself. */
@NullMarked
package io.homeostat.runtime.files;

import org.jspecify.annotations.NullMarked;
