/** Work outside reactive chains: blocking libraries and work that repeats in the background. */
@NullMarked
package io.zizhi.platform.runtime.blocking;

import org.jspecify.annotations.NullMarked;
