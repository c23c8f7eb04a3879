/**
 * To which account reviewers belong. Only their own tokens say it, so what the last one said is kept: a supervisor who gives a
 * review to somebody has no token of theirs. Of who has never called nothing is known; they are found out when they decide.
 */
@NullMarked
package io.zizhi.review.reviewer.relation;

import org.jspecify.annotations.NullMarked;
