/** One review on one screen: the review with the submitted revision that it is about. */
@NullMarked
package io.zizhi.review.casefile;

import org.jspecify.annotations.NullMarked;
