/** The evidence of a review. */
@NullMarked
package io.zizhi.review.evidence;

import org.jspecify.annotations.NullMarked;
