/** The loop that heals: watch, diagnose, recover, verify; and what people may order of it. */
@NullMarked
package io.homeostat.healer.healing;

import org.jspecify.annotations.NullMarked;
