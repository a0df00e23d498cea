/** The supervisor's HTTP interface, for the page and for the healer. */
@NullMarked
package io.homeostat.localstack.control;

import org.jspecify.annotations.NullMarked;
