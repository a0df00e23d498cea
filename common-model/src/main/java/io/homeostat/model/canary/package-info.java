/** The answers of pipelines to the healer's canaries. */
@NullMarked
package io.homeostat.model.canary;

import org.jspecify.annotations.NullMarked;
