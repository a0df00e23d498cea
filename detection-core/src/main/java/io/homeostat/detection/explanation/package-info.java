/** Judging again what was judged before, to say why it came out so. */
@NullMarked
package io.homeostat.detection.explanation;

import org.jspecify.annotations.NullMarked;
