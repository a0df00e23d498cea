/** What happens now, as Server-Sent Events: alert events as they are committed, and figures once a second. */
@NullMarked
package io.homeostat.monitor.live;

import org.jspecify.annotations.NullMarked;
