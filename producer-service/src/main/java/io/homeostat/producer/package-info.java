/** The service that feeds the streams: simulation, replay, HTTP ingest. */
@NullMarked
package io.homeostat.producer;

import org.jspecify.annotations.NullMarked;
