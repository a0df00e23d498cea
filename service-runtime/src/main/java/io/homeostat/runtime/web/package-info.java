/** What every HTTP interface of Homeostat has: who may change something, problem details, pages of lists. */
@NullMarked
package io.homeostat.runtime.web;

import org.jspecify.annotations.NullMarked;
