package io.zizhi.contracts;

import java.time.Instant;

/**
 * The account deleted a qualification. The name of the qualification can be used again.
 *
 * @param qualificationId permanent id of the qualification
 * @param accountId the account that owns the qualification
 * @param deletedAt when it was deleted
 */
public record QualificationDeleted(long qualificationId, String accountId, Instant deletedAt)
        implements QualificationEvent {}
