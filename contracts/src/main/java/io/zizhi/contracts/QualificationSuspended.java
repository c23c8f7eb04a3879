package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two supervisors suspended the qualification (暂停使用). No new signature can be bound until it is reinstated; bound
 * signatures stay bound. An approved amendment does not lift the suspension.
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the revision in force
 * @param accountId the account that owns the qualification
 * @param name name of the qualification, used in the notice
 * @param contactId the phone verification whose number receives the notice; null if the revision was imported, because
 *     nobody verified a phone for it
 * @param reason code from the catalogue of restriction reasons, for example {@code COMPLAINTS}
 * @param boundSignatures number of signatures that are bound and stay bound
 * @param suspendedAt when the second supervisor confirmed
 */
public record QualificationSuspended(
        long qualificationId,
        long workOrder,
        String accountId,
        String name,
        @Nullable String contactId,
        String reason,
        long boundSignatures,
        Instant suspendedAt)
        implements QualificationEvent {}
