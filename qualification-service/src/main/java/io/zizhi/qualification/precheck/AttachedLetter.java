package io.zizhi.qualification.precheck;

import io.zizhi.qualification.form.LetterForm;

/**
 * The authorization letter that a form names, as far as the rules look at it.
 *
 * @param id id of the letter
 * @param nextNumber the number that its next submission gets
 * @param form what is filled in
 * @param approved whether it was approved before; else it is handed in together with the form
 * @param inReview whether it lies at the desk already, other than with this form
 * @param nameTaken whether another letter of the account has its name
 */
public record AttachedLetter(
        long id, int nextNumber, LetterForm form, boolean approved, boolean inReview, boolean nameTaken) {

    /** Whether it would be reviewed together with the form. */
    public boolean travels() {
        return !approved && !inReview;
    }
}
