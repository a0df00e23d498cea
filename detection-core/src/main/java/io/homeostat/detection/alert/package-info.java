/** The life of an alert: from findings to transitions, and from transitions to events. */
@NullMarked
package io.homeostat.detection.alert;

import org.jspecify.annotations.NullMarked;
