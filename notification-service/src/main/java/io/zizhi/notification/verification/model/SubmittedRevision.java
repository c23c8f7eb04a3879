package io.zizhi.notification.verification.model;

/**
 * The revision that consumes a verified number.
 *
 * @param qualificationId id of the qualification
 * @param revision 1 for the first submission, then counted up
 */
public record SubmittedRevision(long qualificationId, int revision) {}
