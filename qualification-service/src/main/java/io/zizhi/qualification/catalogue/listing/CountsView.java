package io.zizhi.qualification.catalogue.listing;

import io.zizhi.qualification.model.qualification.QualificationStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How many qualifications of an account stand where.
 *
 * @param total all that were not deleted
 * @param statuses every status, also those in which none stands
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
     * One status.
     *
     * @param status where they stand
     * @param count how many
     */
    public record StatusCount(QualificationStatus status, long count) {}
}
