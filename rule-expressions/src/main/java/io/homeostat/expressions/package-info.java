/** The Common Expression Language (cel.dev) as the language of the rules' kind {@code expression}. */
@NullMarked
package io.homeostat.expressions;

import org.jspecify.annotations.NullMarked;
