/**
 * Tells staff what the review clock did, many reviews at a time. What happens to reviews is gathered in a group for each
 * subscription and kind; a timer closes the group, and one notice says how many there were.
 *
 * <pre>
 *   COLLECTING ──window over──▶ SENDING ──▶ SENT | FAILED
 *        └──subscription deleted──▶ CANCELLED
 * </pre>
 */
@NullMarked
package io.zizhi.notification.staff.notice;

import org.jspecify.annotations.NullMarked;
