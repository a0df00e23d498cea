/** What crosses Kafka and every module shares: topic names and the JSON form of messages. */
@NullMarked
package io.homeostat.model;

import org.jspecify.annotations.NullMarked;
