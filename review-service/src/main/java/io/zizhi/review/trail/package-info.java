/** Who did and saw what of a review, for auditors. */
@NullMarked
package io.zizhi.review.trail;

import org.jspecify.annotations.NullMarked;
