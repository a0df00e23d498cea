/**
 * Faults on order, for tests and demonstrations: there only where {@code homeostat.chaos.enabled} is true, and on loopback
 * alone. What watches and heals knows nothing of this room.
 */
@NullMarked
package io.homeostat.runtime.chaos;

import org.jspecify.annotations.NullMarked;
