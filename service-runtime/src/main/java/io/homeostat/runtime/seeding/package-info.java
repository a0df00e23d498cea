/** What the first start writes to topics that hold what people decide. */
@NullMarked
package io.homeostat.runtime.seeding;

import org.jspecify.annotations.NullMarked;
