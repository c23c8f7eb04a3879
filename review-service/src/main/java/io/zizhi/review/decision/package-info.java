/**
 * A decision, written down, told and shown: approved (审核通过), rejected with reasons (审核不通过) or asked for more material
 * (资料待补充). How one is taken is in {@link io.zizhi.review.decision.making}.
 *
 * <p>Reasons and items are data: a code of the catalogue and a JSON pointer to what it is about. Notes are prose; they may
 * hold personal data, so they are stored encrypted, never travel in events, and are asked for by internal API. The moves
 * of the review itself are drawn in {@link io.zizhi.review.review}.
 */
@NullMarked
package io.zizhi.review.decision;

import org.jspecify.annotations.NullMarked;
