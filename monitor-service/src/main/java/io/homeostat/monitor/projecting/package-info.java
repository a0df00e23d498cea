/** What stands on a topic, written into the database: how far it came, and never twice. */
@NullMarked
package io.homeostat.monitor.projecting;

import org.jspecify.annotations.NullMarked;
