/** The readings that are held for the allowed lateness, so that a late one can be put in its place. */
@NullMarked
package io.homeostat.detection.lateness;

import org.jspecify.annotations.NullMarked;
