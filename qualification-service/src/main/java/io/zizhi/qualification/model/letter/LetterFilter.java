package io.zizhi.qualification.model.letter;

import org.jspecify.annotations.Nullable;

/**
 * Which letters of an account are asked for; null for all.
 *
 * @param status only those that stand there
 * @param validity only those that can, or cannot, be relied on today
 * @param creditCode only those that this company authorised
 * @param signatureName only those whose scope holds this signature
 */
public record LetterFilter(
        @Nullable LetterStatus status,
        @Nullable LetterValidity validity,
        @Nullable String creditCode,
        @Nullable String signatureName) {}
