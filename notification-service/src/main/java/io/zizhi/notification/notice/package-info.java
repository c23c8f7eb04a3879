/**
 * Notifies applicants of review results, expiring evidence and restrictions. The phone number of a submission is
 * stored, encrypted, as a contact until its qualification is deleted. Each result makes one notice and queues one message to
 * the contact that the event names.
 */
@NullMarked
package io.zizhi.notification.notice;

import org.jspecify.annotations.NullMarked;
