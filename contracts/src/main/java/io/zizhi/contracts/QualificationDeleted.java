package io.zizhi.contracts;

import java.time.Instant;

/**
 * A qualification was deleted by its account; its name is free again.
 *
 * @param qualificationId id of the qualification, for life
 * @param accountId account that owns the qualification
 * @param deletedAt when
 */
public record QualificationDeleted(long qualificationId, String accountId, Instant deletedAt)
        implements QualificationEvent {}
