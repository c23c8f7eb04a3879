/**
 * The accounts that reviewers belong to. They are known only from the reviewers' own tokens, so the last one is stored:
 * a supervisor who assigns a review has no token of the reviewer. For a reviewer who has never called, nothing is
 * known; their conflict of interest is detected when they decide.
 */
@NullMarked
package io.zizhi.review.reviewer.conflict;

import org.jspecify.annotations.NullMarked;
