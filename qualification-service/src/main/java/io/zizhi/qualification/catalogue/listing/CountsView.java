package io.zizhi.qualification.catalogue.listing;

import io.zizhi.qualification.model.qualification.QualificationStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The number of an account's qualifications in each status.
 *
 * @param total number of qualifications that are not deleted
 * @param statuses every status, including those with a count of zero
 */
public record CountsView(long total, List<StatusCount> statuses) {

    static CountsView from(Map<QualificationStatus, Long> counts) {
        return new CountsView(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                Arrays.stream(QualificationStatus.values())
                        .map(status -> new StatusCount(status, counts.getOrDefault(status, 0L)))
                        .toList());
    }

    /**
     * The number of qualifications in one status.
     *
     * @param status the status
     * @param count the number of qualifications
     */
    public record StatusCount(QualificationStatus status, long count) {}
}
