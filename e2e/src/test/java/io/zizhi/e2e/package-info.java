/** Journeys through the packaged suite: real processes, real databases, real broker. */
@NullMarked
package io.zizhi.e2e;

import org.jspecify.annotations.NullMarked;
