/** Limits on callers of this service. */
@NullMarked
package io.zizhi.review.limits;

import org.jspecify.annotations.NullMarked;
