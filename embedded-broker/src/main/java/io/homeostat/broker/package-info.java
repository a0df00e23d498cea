/** A real single-node Kafka (KRaft) from Maven's jars, as a library, as a process, and launched as a child. */
@NullMarked
package io.homeostat.broker;

import org.jspecify.annotations.NullMarked;
