/** Alerts: a rule's breach on one series over time, told as a sequence of events. */
@NullMarked
package io.homeostat.model.alert;

import org.jspecify.annotations.NullMarked;
