/** The healer's part of the stream: readings that fail a rule come out corrected on the adjusted topic. */
@NullMarked
package io.homeostat.healer.topology;

import org.jspecify.annotations.NullMarked;
