package io.zizhi.contracts;

import org.jspecify.annotations.Nullable;

/**
 * The operator verified who an account belongs to. Last write wins by {@code version}; there is no gap check on this topic.
 *
 * @param accountId account
 * @param kind company or person
 * @param companyName null for a person
 * @param creditCode null for a person
 * @param version grows with each change of the account
 */
public record AccountVerified(
        String accountId,
        AccountKind kind,
        @Nullable String companyName,
        @Nullable String creditCode,
        long version) implements AccountEvent {}
