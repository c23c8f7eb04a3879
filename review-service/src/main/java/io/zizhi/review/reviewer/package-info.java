/**
 * Who may review what. Nobody reviews a submission of their own account, of another account of the same company, or
 * about that company. This is checked when a review is taken and again when it is decided, because an identity may
 * become known in between. Skills, which a supervisor sets for each reviewer, limit which reviews are assigned to them.
 * A reviewer without skills may take every review.
 */
@NullMarked
package io.zizhi.review.reviewer;

import org.jspecify.annotations.NullMarked;
