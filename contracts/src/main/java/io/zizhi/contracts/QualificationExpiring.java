package io.zizhi.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * Evidence of the revision in force ends soon. Told 90, 30, 7 and 1 days before, and only the next of these where a revision
 * comes into force late. What ends on the same day is told together.
 *
 * @param qualificationId id of the qualification, for life
 * @param workOrder number of the revision in force
 * @param accountId account that owns the qualification
 * @param name name of the qualification, for the notice
 * @param contactId whom to tell
 * @param evidence what ends
 * @param daysLeft days from the day on which this is told to the last day
 * @param endsOn last day on which it holds, in Asia/Shanghai
 */
public record QualificationExpiring(
        long qualificationId,
        long workOrder,
        String accountId,
        String name,
        String contactId,
        List<Evidence> evidence,
        int daysLeft,
        LocalDate endsOn)
        implements QualificationEvent {

    public QualificationExpiring {
        evidence = List.copyOf(evidence);
    }
}
