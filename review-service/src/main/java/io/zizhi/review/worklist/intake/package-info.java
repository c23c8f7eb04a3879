/**
 * Events from qualification-service: submissions open reviews, withdrawals end them. The applicant's withdrawal wins:
 * an unfinished review is cancelled, a decided one is marked superseded.
 */
@NullMarked
package io.zizhi.review.worklist.intake;

import org.jspecify.annotations.NullMarked;
