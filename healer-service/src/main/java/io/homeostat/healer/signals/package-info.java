/** What is seen of the targets at one moment: values only, made by the watching, read by the diagnosing and the recovering. */
@NullMarked
package io.homeostat.healer.signals;

import org.jspecify.annotations.NullMarked;
