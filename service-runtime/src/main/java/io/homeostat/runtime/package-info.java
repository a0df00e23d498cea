/** What every service needs around Kafka Streams and HTTP; it knows nothing of detection. */
@NullMarked
package io.homeostat.runtime;

import org.jspecify.annotations.NullMarked;
