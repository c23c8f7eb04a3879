/** The suite of one machine, started and stopped by its command. */
@NullMarked
package io.zizhi.e2e.restart;

import org.jspecify.annotations.NullMarked;
