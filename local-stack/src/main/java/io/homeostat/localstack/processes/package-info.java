/** Child processes that are started, watched, started again after their end, and stopped in order. No Spring. */
@NullMarked
package io.homeostat.localstack.processes;

import org.jspecify.annotations.NullMarked;
