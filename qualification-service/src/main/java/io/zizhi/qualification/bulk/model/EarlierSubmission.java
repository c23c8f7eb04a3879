package io.zizhi.qualification.bulk.model;

/**
 * A submitted qualification that an earlier filing drafted.
 *
 * @param qualificationId the qualification
 * @param workOrder number of its latest submission
 * @param underway whether it is in review or approved; otherwise its applicant has to correct or complete it
 * @param filingId the earlier filing
 * @param number row number in the earlier filing
 */
public record EarlierSubmission(long qualificationId, long workOrder, boolean underway, long filingId, long number) {}
