/** The topics that the services create when they are not there yet. */
@NullMarked
package io.homeostat.runtime.topics;

import org.jspecify.annotations.NullMarked;
