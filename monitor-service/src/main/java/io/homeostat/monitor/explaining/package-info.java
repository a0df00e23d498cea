/** Why an alert was raised, and why none was: the readings are judged once more by the rule that was in force. */
@NullMarked
package io.homeostat.monitor.explaining;

import org.jspecify.annotations.NullMarked;
