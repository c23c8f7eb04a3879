package io.zizhi.local.demo;

import io.zizhi.contracts.AccountKind;
import org.jspecify.annotations.Nullable;

/**
 * An account whose identity the operator has verified.
 *
 * @param companyName registered name; null for a person
 * @param creditCode unified social credit code (GB 32100-2015), 18 characters; null for a person
 */
public record DemoAccount(
        String id,
        AccountKind kind,
        @Nullable String companyName,
        @Nullable String creditCode) {}
