/** Topics that hold what people decide, changed so that no update is lost: Kafka is the lock. */
@NullMarked
package io.homeostat.monitor.ledger;

import org.jspecify.annotations.NullMarked;
