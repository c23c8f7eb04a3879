package io.zizhi.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of the revision in force has expired. No new signature can be bound until an amendment with a renewed
 * document is approved; bound signatures stay bound. One event covers all evidence that ends on the same day.
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the revision in force
 * @param accountId the account that owns the qualification
 * @param name name of the qualification, used in the notice
 * @param contactId the phone verification whose number receives the notice; null if the revision was imported, because
 *     nobody verified a phone for it
 * @param evidence the evidence that has expired
 * @param endsOn last day of validity, in Asia/Shanghai
 * @param expiredAt start of the day after {@code endsOn}, in Asia/Shanghai
 */
public record QualificationExpired(
        long qualificationId,
        long workOrder,
        String accountId,
        String name,
        @Nullable String contactId,
        List<Evidence> evidence,
        LocalDate endsOn,
        Instant expiredAt)
        implements QualificationEvent {

    public QualificationExpired {
        evidence = List.copyOf(evidence);
    }
}
