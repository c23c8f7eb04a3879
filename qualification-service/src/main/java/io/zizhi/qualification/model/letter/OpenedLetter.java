package io.zizhi.qualification.model.letter;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.revision.Decision;
import java.util.Optional;

/**
 * A letter with what it says, opened.
 *
 * @param letter the aggregate
 * @param form what is filled in, the authorised party included
 * @param current what was submitted last
 * @param decision what the reviewer said of it, once it is decided
 * @param cipher the cipher of the account
 */
public record OpenedLetter(
        AuthorizationLetter letter,
        LetterForm form,
        Optional<LetterSubmission> current,
        Optional<Decision> decision,
        AccountCipher cipher) {

    /** The same after {@code submission} was made of it. */
    public OpenedLetter after(LetterSubmission submission) {
        return new OpenedLetter(letter, form, Optional.of(submission), Optional.empty(), cipher);
    }
}
