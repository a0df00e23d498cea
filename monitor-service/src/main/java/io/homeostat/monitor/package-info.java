/** The service that watches the streams: rules, alerts, their store, the dashboard. */
@NullMarked
package io.homeostat.monitor;

import org.jspecify.annotations.NullMarked;
