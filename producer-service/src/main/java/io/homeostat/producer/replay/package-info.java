/** Recorded readings from CSV files, sent again at a chosen speed. */
@NullMarked
package io.homeostat.producer.replay;

import org.jspecify.annotations.NullMarked;
