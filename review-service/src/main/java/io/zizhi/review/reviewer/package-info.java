/**
 * Who may review what. Nobody reviews what is related to them: what their own account submitted, what another account of
 * the same company submitted, and what is about that company. That is refused whenever a review is taken and again when
 * it is decided, because an identity may become known in between. Skills are policy data that a supervisor keeps for
 * each reviewer; they say which reviews are handed to whom, and who has none is handed everything.
 *
 * <p>{@link io.zizhi.review.reviewer.ReviewAccess} decides who reads the content of a review.
 */
@NullMarked
package io.zizhi.review.reviewer;

import org.jspecify.annotations.NullMarked;
