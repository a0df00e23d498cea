/** Which processes the stack runs, with what command lines, found from its settings and its jar's place. */
@NullMarked
package io.homeostat.localstack.plan;

import org.jspecify.annotations.NullMarked;
