/** Draft rules run over what was there before: what they would have found, and how that differs from the live rules. */
@NullMarked
package io.homeostat.monitor.backtest;

import org.jspecify.annotations.NullMarked;
