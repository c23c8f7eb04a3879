package io.zizhi.qualification.bulk;

/**
 * A submitted qualification that an earlier filing drafted.
 *
 * @param qualificationId the qualification
 * @param workOrder number of its latest submission
 * @param filingId the earlier filing
 * @param number row number in the earlier filing
 */
public record EarlierSubmission(long qualificationId, long workOrder, long filingId, long number) {}
