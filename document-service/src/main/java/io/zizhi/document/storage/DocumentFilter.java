package io.zizhi.document.storage;

import org.jspecify.annotations.Nullable;

/**
 * Selects documents of an account.
 *
 * @param kind their kind; null for all
 * @param used whether a submission uses them; null for both
 */
public record DocumentFilter(
        @Nullable DocumentKind kind, @Nullable Boolean used) {}
