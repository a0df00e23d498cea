/** Readings that come in by HTTP, answered after Kafka has them. */
@NullMarked
package io.homeostat.producer.ingest;

import org.jspecify.annotations.NullMarked;
