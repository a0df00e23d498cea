/** The rules by HTTP: each change is a new version, written to Kafka in one transaction and never over another's. */
@NullMarked
package io.homeostat.monitor.rules;

import org.jspecify.annotations.NullMarked;
