/** The audit trail of a review: who did and saw what. */
@NullMarked
package io.zizhi.review.casefile.trail;

import org.jspecify.annotations.NullMarked;
