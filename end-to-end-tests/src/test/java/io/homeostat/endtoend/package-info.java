/** What only shows from outside: the shipped jars, started as processes, on one real broker. */
@NullMarked
package io.homeostat.endtoend;

import org.jspecify.annotations.NullMarked;
