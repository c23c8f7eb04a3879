package io.zizhi.notification.staff.notice;

import io.zizhi.contracts.ReviewSubject;
import io.zizhi.notification.staff.subscription.SlaKind;
import java.time.Instant;

/**
 * A warning, breach or escalation of one review.
 *
 * @param kind of alert
 * @param workOrder number of the review
 * @param subject subject of the review
 * @param dueAt end of the review's target
 * @param firedAt when the clock fired
 */
public record ReviewAlert(SlaKind kind, long workOrder, ReviewSubject subject, Instant dueAt, Instant firedAt) {}
