/**
 * The people of the desk: their accounts, whether they are reviewers, and their names. All are known only from the
 * people's own tokens, so those of the last call are stored: a supervisor who assigns a review has no token of the
 * reviewer. Nobody can assign a review to a person who has never called as a reviewer.
 */
@NullMarked
package io.zizhi.review.reviewer.conflict;

import org.jspecify.annotations.NullMarked;
