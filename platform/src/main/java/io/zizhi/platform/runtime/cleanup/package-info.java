/** Removes rows that have served their time, a few at once and all the time, so that no table grows for ever. */
@NullMarked
package io.zizhi.platform.runtime.cleanup;

import org.jspecify.annotations.NullMarked;
