/** Whether Kafka answers, as seen from a service. */
@NullMarked
package io.homeostat.runtime.broker;

import org.jspecify.annotations.NullMarked;
