package io.zizhi.contracts;

import java.time.Instant;

/**
 * The review clock: 75 % of the target is used up and the review is not decided.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId the qualification under review
 * @param dueAt when the target is used up
 * @param firedAt when the timer fired; never before its instant
 */
public record SlaWarned(long workOrder, long qualificationId, Instant dueAt, Instant firedAt) implements ReviewEvent {}
