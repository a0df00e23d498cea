/** The watching of the targets, from outside and from inside: each source of signals in a thread of its own. */
@NullMarked
package io.homeostat.healer.watching;

import org.jspecify.annotations.NullMarked;
