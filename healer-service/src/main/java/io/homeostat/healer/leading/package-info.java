/** Which of several healers acts: the one that Kafka's own group membership names, and only while that is proved. */
@NullMarked
package io.homeostat.healer.leading;

import org.jspecify.annotations.NullMarked;
