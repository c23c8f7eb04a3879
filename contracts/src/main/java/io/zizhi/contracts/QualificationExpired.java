package io.zizhi.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Evidence of the revision in force has ended: no signature is bound any more until an amendment with a renewed document is
 * approved; those that are bound stay. What ended on the same day is told together.
 *
 * @param qualificationId id of the qualification, for life
 * @param workOrder number of the revision in force
 * @param accountId account that owns the qualification
 * @param name name of the qualification, for the notice
 * @param contactId whom to tell
 * @param evidence what has ended
 * @param endsOn last day on which it held, in Asia/Shanghai
 * @param expiredAt the beginning of the day after
 */
public record QualificationExpired(
        long qualificationId,
        long workOrder,
        String accountId,
        String name,
        String contactId,
        List<Evidence> evidence,
        LocalDate endsOn,
        Instant expiredAt)
        implements QualificationEvent {

    public QualificationExpired {
        evidence = List.copyOf(evidence);
    }
}
