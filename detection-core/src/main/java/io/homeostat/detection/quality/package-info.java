/** The tests of QARTOD for one series, as a stream: each reading gets a flag of each test, and the worst of them. */
@NullMarked
package io.homeostat.detection.quality;

import org.jspecify.annotations.NullMarked;
