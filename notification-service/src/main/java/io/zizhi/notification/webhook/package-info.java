/**
 * Delivers webhooks after Standard Webhooks 1.0.0. One is queued in the transaction of its cause and posted afterwards,
 * outside any transaction, again and again after growing pauses, always under the same id.
 *
 * <pre>
 *   QUEUED ──2xx──▶ DELIVERED
 *     │ └──anything else──▶ QUEUED, due later
 *     └──410, a forbidden address, or tried often enough──▶ FAILED
 * </pre>
 *
 * Receivers take turns, and one receiver gets one webhook at a time: where it hangs, the others do not wait for it.
 *
 * <p>When it is due stands in its row, also while it is being posted: one whose replica died is due again after a minute, and
 * the receiver, which may have it already, knows it by its id.
 */
@NullMarked
package io.zizhi.notification.webhook;

import org.jspecify.annotations.NullMarked;
