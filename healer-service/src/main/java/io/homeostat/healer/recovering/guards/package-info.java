/** What keeps the healer from making things worse: each guard may refuse a remedy, with a sentence and a time. */
@NullMarked
package io.homeostat.healer.recovering.guards;

import org.jspecify.annotations.NullMarked;
