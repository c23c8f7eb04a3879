package io.zizhi.qualification.catalogue.comparison;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.letter.LetterSubmission;
import org.jspecify.annotations.Nullable;

/**
 * An authorization letter in a comparison.
 *
 * @param letterId id of the letter
 * @param workOrder work order of its submission; null for the working copy
 * @param form its form, with the authorised party in plain text
 */
public record ComparedLetter(long letterId, @Nullable Long workOrder, LetterForm form) {

    public static ComparedLetter of(LetterSubmission submission, LetterForm form) {
        return new ComparedLetter(submission.letterId(), submission.workOrder(), form);
    }

    /** Omits the form, which may contain personal data. */
    @Override
    public String toString() {
        return "ComparedLetter[" + letterId + ", " + workOrder + "]";
    }
}
