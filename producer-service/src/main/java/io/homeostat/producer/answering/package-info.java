/** The forms of answer that all of this service's HTTP calls share. */
@NullMarked
package io.homeostat.producer.answering;

import org.jspecify.annotations.NullMarked;
