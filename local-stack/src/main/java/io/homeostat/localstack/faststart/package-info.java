/** Jars laid out with an archive of their loaded classes, so that a service that ended is back sooner. */
@NullMarked
package io.homeostat.localstack.faststart;

import org.jspecify.annotations.NullMarked;
