/** The one-command runner: a real Kafka and the three services on one machine. */
@NullMarked
package io.homeostat.localstack;

import org.jspecify.annotations.NullMarked;
