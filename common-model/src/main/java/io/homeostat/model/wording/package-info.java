/** How what people write is likened to what they may write, so that a slip of the pen can be named. */
@NullMarked
package io.homeostat.model.wording;

import org.jspecify.annotations.NullMarked;
