/** Limits common to all services. A service declares its own in its package {@code limits}, below the same prefix. */
@NullMarked
package io.zizhi.platform.http.limits;

import org.jspecify.annotations.NullMarked;
