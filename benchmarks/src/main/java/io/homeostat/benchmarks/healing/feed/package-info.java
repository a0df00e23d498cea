/** What is fed to the core: readings in order of arrival with what is known of their truth, from files or made up. */
@NullMarked
package io.homeostat.benchmarks.healing.feed;

import org.jspecify.annotations.NullMarked;
