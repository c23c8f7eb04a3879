/**
 * The webhooks of accounts: where an account wants to receive its events, and which. Nothing but a challenge is posted
 * to a URL before its receiver has echoed a challenge.
 *
 * <pre>
 *   PENDING_VERIFICATION ──challenge echoed──▶ ENABLED
 *     ▲ └──────────────────disabled by the owner──┐ │ 410, failures for five days, or the owner
 *     │                                           ▼ ▼
 *     └── URL changed                           DISABLED ──enabled by the owner──▶ ENABLED, or PENDING_VERIFICATION
 * </pre>
 *
 * URL and secrets are encrypted with the key of the account. After a rotation, both secrets sign for a day.
 */
@NullMarked
package io.zizhi.notification.webhook.subscription;

import org.jspecify.annotations.NullMarked;
