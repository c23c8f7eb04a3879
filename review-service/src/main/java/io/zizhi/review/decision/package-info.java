/**
 * Stores, publishes and shows decisions: approved (审核通过), rejected with reasons (审核不通过) or supplement requested
 * (资料待补充). {@link io.zizhi.review.decision.making} makes them.
 *
 * <p>Reasons and items are data: a code of the catalogue and a JSON pointer to the place concerned. Notes are free text
 * and may hold personal data. So they are stored encrypted, are never part of events, and are read through the internal
 * API. {@link io.zizhi.review.review} draws the transitions of the review.
 */
@NullMarked
package io.zizhi.review.decision;

import org.jspecify.annotations.NullMarked;
