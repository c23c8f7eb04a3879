package io.zizhi.qualification.precheck.facts;

import io.zizhi.qualification.form.LetterForm;

/**
 * The data of the authorization letter named in a form that the rules need.
 *
 * @param id id of the letter
 * @param nextNumber number of its next submission
 * @param abandonedAttempts changes when attempts to submit it that have begun must no longer be accepted
 * @param form form of the letter
 * @param approved whether the letter is already approved; otherwise it is submitted together with the form
 * @param inReview whether the letter is in review alone or with another qualification
 * @param nameTaken whether another letter of the account has the same or a similar-looking name
 */
public record AttachedLetter(
        long id,
        int nextNumber,
        int abandonedAttempts,
        LetterForm form,
        boolean approved,
        boolean inReview,
        boolean nameTaken) {

    /** Returns whether the letter would be reviewed together with the form. */
    public boolean travels() {
        return !approved && !inReview;
    }

    /** Returns whether both would be the same attempt to submit the same letter. */
    public boolean isSameAttempt(AttachedLetter other) {
        return id == other.id && nextNumber == other.nextNumber && abandonedAttempts == other.abandonedAttempts;
    }
}
