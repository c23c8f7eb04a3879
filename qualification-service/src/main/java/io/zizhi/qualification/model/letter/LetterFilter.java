package io.zizhi.qualification.model.letter;

import org.jspecify.annotations.Nullable;

/**
 * Filters the letters of an account; a null component does not filter.
 *
 * @param status only letters with this status
 * @param validity only letters that are, or are not, valid today
 * @param creditCode only letters given by this company
 * @param signatureName only letters that list this signature
 */
public record LetterFilter(
        @Nullable LetterStatus status,
        @Nullable LetterValidity validity,
        @Nullable String creditCode,
        @Nullable String signatureName) {}
