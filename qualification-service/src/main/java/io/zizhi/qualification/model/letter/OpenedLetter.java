package io.zizhi.qualification.model.letter;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.revision.Decision;
import java.util.Optional;

/**
 * A letter with its decrypted form.
 *
 * @param letter the aggregate
 * @param form content of the form, including the authorised party
 * @param current the last submission
 * @param decision decision on the last submission, if any
 * @param cipher the cipher of the account
 */
public record OpenedLetter(
        AuthorizationLetter letter,
        LetterForm form,
        Optional<LetterSubmission> current,
        Optional<Decision> decision,
        AccountCipher cipher) {

    /** Returns the letter after {@code submission}. */
    public OpenedLetter after(LetterSubmission submission) {
        return new OpenedLetter(letter, form, Optional.of(submission), Optional.empty(), cipher);
    }
}
