package io.zizhi.qualification.filing.letterpaper;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.form.LetterForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a letter that its paper shows. All fields must be filled in, because only seal, signature and date may
 * be added to the paper later.
 *
 * @param id id of the letter
 * @param name its name, by which the applicant knows it
 * @param authoriser the company that owns the signatures
 * @param creditCode its unified social credit code
 * @param party the authorised party
 * @param validFrom first day of validity
 * @param validTo last day of validity
 * @param signatureNames at least one, without brackets
 */
record CompleteLetter(
        long id,
        String name,
        String authoriser,
        String creditCode,
        String party,
        LocalDate validFrom,
        LocalDate validTo,
        List<String> signatureNames) {

    /** Returns the fields; fails with 422 and names each missing field. */
    static CompleteLetter of(long id, LetterForm form) {
        LocalDate from = form.validFrom();
        LocalDate to = form.validTo();
        List<Violation> missing = missing(form);
        if (!missing.isEmpty() || from == null || to == null) {
            throw Problems.unprocessable(
                    "LETTER_INCOMPLETE", "Fill in the missing fields before you print the letter.", missing);
        }
        return new CompleteLetter(
                id,
                text(form.name()),
                text(form.authoriser()),
                text(form.creditCode()),
                text(form.party().orElse(null)),
                from,
                to,
                form.signatureNames());
    }

    private static List<Violation> missing(LetterForm form) {
        List<Violation> missing = new ArrayList<>();
        addIf(text(form.authoriser()).isEmpty(), "/authoriser", missing);
        addIf(text(form.creditCode()).isEmpty(), "/creditCode", missing);
        addIf(text(form.party().orElse(null)).isEmpty(), "/authorisedParty", missing);
        addIf(form.validFrom() == null, "/validFrom", missing);
        addIf(form.validTo() == null, "/validTo", missing);
        addIf(form.signatureNames().isEmpty(), "/signatureNames", missing);
        for (int index = 0; index < form.signatureNames().size(); index++) {
            addIf(form.signatureNames().get(index).isBlank(), "/signatureNames/" + index, missing);
        }
        return missing;
    }

    private static void addIf(boolean absent, String pointer, List<Violation> missing) {
        if (absent) {
            missing.add(new Violation(pointer, "FIELD_REQUIRED", "The letter does not have this field yet."));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
