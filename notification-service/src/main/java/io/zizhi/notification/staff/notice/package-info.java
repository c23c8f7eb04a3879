/**
 * Notifies staff of review alerts, with one notice for many reviews. The alerts of each subscription and kind are
 * collected in a group. A timer closes the group, and one notice reports the number of reviews.
 *
 * <pre>
 *   COLLECTING ──window over──▶ SENDING ──▶ SENT | FAILED
 *        └──subscription deleted──▶ CANCELLED
 * </pre>
 */
@NullMarked
package io.zizhi.notification.staff.notice;

import org.jspecify.annotations.NullMarked;
