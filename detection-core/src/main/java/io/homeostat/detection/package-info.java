/** What is judged and corrected, and how: pure logic without a framework, a clock or input and output. */
@NullMarked
package io.homeostat.detection;

import org.jspecify.annotations.NullMarked;
