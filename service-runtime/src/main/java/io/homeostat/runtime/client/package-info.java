/** What a service needs to ask others by HTTP within bounds. */
@NullMarked
package io.homeostat.runtime.client;

import org.jspecify.annotations.NullMarked;
