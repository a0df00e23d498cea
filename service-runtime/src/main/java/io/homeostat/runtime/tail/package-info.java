/** Topics whose newest records a service follows beside its streams, without a group and without a place of its own. */
@NullMarked
package io.homeostat.runtime.tail;

import org.jspecify.annotations.NullMarked;
