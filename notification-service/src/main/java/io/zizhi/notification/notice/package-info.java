/**
 * Tells the applicant how a review ended, and when evidence ends. The number of a submission is kept, encrypted, as a contact of its
 * qualification for as long as that lives; each result makes one notice and queues one message to the contact that the
 * event names.
 */
@NullMarked
package io.zizhi.notification.notice;

import org.jspecify.annotations.NullMarked;
