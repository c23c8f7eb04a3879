/** Stops replicas under load. */
@NullMarked
package io.zizhi.e2e.shutdown;

import org.jspecify.annotations.NullMarked;
