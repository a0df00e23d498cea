/** What each service says of itself every second. */
@NullMarked
package io.homeostat.model.heartbeat;

import org.jspecify.annotations.NullMarked;
