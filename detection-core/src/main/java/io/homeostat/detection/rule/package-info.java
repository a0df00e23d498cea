/** Rules made ready to judge with: parsed, checked and matched to sensors. */
@NullMarked
package io.homeostat.detection.rule;

import org.jspecify.annotations.NullMarked;
