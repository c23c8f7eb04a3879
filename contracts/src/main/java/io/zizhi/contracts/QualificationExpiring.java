package io.zizhi.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of the revision in force expires soon. Published 90, 30, 7 and 1 days before the last day. A revision
 * approved late gets only the reminders still ahead. One event covers all evidence that ends on the same day.
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the revision in force
 * @param accountId the account that owns the qualification
 * @param name name of the qualification, used in the notice
 * @param contactId the phone verification whose number receives the notice; null if the revision was imported, because
 *     nobody verified a phone for it
 * @param evidence the evidence that expires
 * @param daysLeft days from the day of this event to the last day
 * @param endsOn last day of validity, in Asia/Shanghai
 */
public record QualificationExpiring(
        long qualificationId,
        long workOrder,
        String accountId,
        String name,
        @Nullable String contactId,
        List<Evidence> evidence,
        int daysLeft,
        LocalDate endsOn)
        implements QualificationEvent {

    public QualificationExpiring {
        evidence = List.copyOf(evidence);
    }
}
