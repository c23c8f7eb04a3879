/**
 * Decisions that wait for a second reviewer. A proposal is a complete decision, stored encrypted until another person,
 * who has claimed the review, confirms it or returns it with a note. Nobody outside the desk sees it before.
 */
@NullMarked
package io.zizhi.review.decision.proposal;

import org.jspecify.annotations.NullMarked;
