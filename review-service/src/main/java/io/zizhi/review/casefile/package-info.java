/** One review on one screen: the review with its submitted revision. */
@NullMarked
package io.zizhi.review.casefile;

import org.jspecify.annotations.NullMarked;
