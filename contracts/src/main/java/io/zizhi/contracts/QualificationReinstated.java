package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two supervisors lifted the suspension of the qualification (恢复使用). New signatures can be bound again.
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the revision in force
 * @param accountId the account that owns the qualification
 * @param name name of the qualification, used in the notice
 * @param contactId the phone verification whose number receives the notice; null if the revision was imported, because
 *     nobody verified a phone for it
 * @param reason code from the catalogue of restriction reasons, for example {@code COMPLAINTS}
 * @param reinstatedAt when the second supervisor confirmed
 */
public record QualificationReinstated(
        long qualificationId,
        long workOrder,
        String accountId,
        String name,
        @Nullable String contactId,
        String reason,
        Instant reinstatedAt)
        implements QualificationEvent {}
