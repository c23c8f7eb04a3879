/**
 * Delivers webhooks as defined by Standard Webhooks 1.0.0. A webhook is queued in the transaction of its cause and
 * posted afterwards, outside any transaction. Failed attempts are repeated after growing pauses, always with the same
 * id.
 *
 * <pre>
 *   QUEUED ──2xx──▶ DELIVERED
 *     │ └──anything else──▶ QUEUED, due later
 *     └──410, a forbidden address, or too many attempts──▶ FAILED
 * </pre>
 *
 * Receivers take turns, and each gets one webhook at a time, so that a receiver that hangs does not delay others.
 *
 * <p>The row stores the next due time, also during a post. So a webhook whose replica died is due again after a minute.
 * The receiver may already have it and recognises it by its id.
 */
@NullMarked
package io.zizhi.notification.webhook;

import org.jspecify.annotations.NullMarked;
