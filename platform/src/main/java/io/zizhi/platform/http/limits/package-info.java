/** The limits that every service has. A service has its own ones in its package {@code limits}, below the same prefix. */
@NullMarked
package io.zizhi.platform.http.limits;

import org.jspecify.annotations.NullMarked;
