/** The audit trail of a review: its recorded actions and views. */
@NullMarked
package io.zizhi.review.casefile.trail;

import org.jspecify.annotations.NullMarked;
