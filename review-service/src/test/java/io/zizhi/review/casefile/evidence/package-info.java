/** The evidence of a review. */
@NullMarked
package io.zizhi.review.casefile.evidence;

import org.jspecify.annotations.NullMarked;
