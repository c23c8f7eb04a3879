package io.zizhi.contracts;

import org.jspecify.annotations.Nullable;

/**
 * The operator verified the identity of an account. The highest {@code version} wins; consumers do not check this topic
 * for gaps.
 *
 * @param accountId id of the account
 * @param kind company or person
 * @param companyName null for a person
 * @param creditCode null for a person
 * @param version increases with each change of the account
 */
public record AccountVerified(
        String accountId,
        AccountKind kind,
        @Nullable String companyName,
        @Nullable String creditCode,
        long version) implements AccountEvent {}
