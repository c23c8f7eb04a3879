/** Who did and saw what of a review, for auditors. */
@NullMarked
package io.zizhi.review.casefile.trail;

import org.jspecify.annotations.NullMarked;
