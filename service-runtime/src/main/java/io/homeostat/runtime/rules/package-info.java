/** The rules as they stand on Kafka: seeded once, then followed. What they mean is the detection core's to know. */
@NullMarked
package io.homeostat.runtime.rules;

import org.jspecify.annotations.NullMarked;
