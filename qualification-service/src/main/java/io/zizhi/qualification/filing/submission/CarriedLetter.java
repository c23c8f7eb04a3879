package io.zizhi.qualification.filing.submission;

import io.zizhi.contracts.SubmittedLetter;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.letter.LetterSubmission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letter of a submission. The reviewer sees its image in either case.
 *
 * @param travelling the letter submitted with it; null if there is none
 * @param reliedOn images of a previously approved letter; empty if there is none
 */
record CarriedLetter(@Nullable SubmittedLetter travelling, List<String> reliedOn) {

    static final CarriedLetter NONE = new CarriedLetter(null, List.of());

    static CarriedLetter travelling(LetterForm letter, LetterSubmission submission) {
        return new CarriedLetter(
                new SubmittedLetter(submission.letterId(), submission.number(), pictures(letter)), List.of());
    }

    static CarriedLetter reliedOn(LetterForm letter) {
        return new CarriedLetter(null, pictures(letter));
    }

    private static List<String> pictures(LetterForm letter) {
        return letter.documents().stream().map(DocumentUse::documentId).toList();
    }
}
