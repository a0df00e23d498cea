/** What may mend a fault, in which order, how long it takes, and what was learned of it. */
@NullMarked
package io.homeostat.healer.recovering.remedies;

import org.jspecify.annotations.NullMarked;
