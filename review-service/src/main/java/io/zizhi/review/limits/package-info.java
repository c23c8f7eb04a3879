/** What callers may ask of this service at most. */
@NullMarked
package io.zizhi.review.limits;

import org.jspecify.annotations.NullMarked;
