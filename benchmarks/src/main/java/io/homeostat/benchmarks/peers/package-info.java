/** What the services are compared with: the same work, written as plainly as it can be. */
@NullMarked
package io.homeostat.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
