package io.zizhi.notification.staff.notice;

import io.zizhi.contracts.ReviewSubject;
import io.zizhi.notification.staff.subscription.SlaKind;
import java.time.Instant;

/**
 * What the clock did to one review.
 *
 * @param workOrder the review
 * @param subject what it is about
 * @param dueAt when its target is used up
 * @param firedAt when the clock did it
 */
public record ReviewAlert(SlaKind kind, long workOrder, ReviewSubject subject, Instant dueAt, Instant firedAt) {}
