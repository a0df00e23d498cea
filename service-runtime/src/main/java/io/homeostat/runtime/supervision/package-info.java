/** Life under a supervisor: a process whose supervisor is gone does not outlive it. */
@NullMarked
package io.homeostat.runtime.supervision;

import org.jspecify.annotations.NullMarked;
