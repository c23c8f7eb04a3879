package io.zizhi.qualification.catalogue.comparison;

import io.zizhi.qualification.form.LetterForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two authorization letters. Reviewers see the authorised party masked.
 *
 * @param workOrder work order of the newer submission; null for a working copy, or if there is no letter any more
 * @param letterId id of the newer letter; null if there is no letter any more
 * @param previousWorkOrder work order of the older submission; null for a working copy, or if there was no letter
 *     before, so all fields are new
 * @param previousLetterId id of the older letter, which may be another letter; null if there was none
 * @param changes every changed field, with pointers into the letter's form; added and removed signatures come last
 */
public record LetterDifferenceView(
        @Nullable Long workOrder,
        @Nullable Long letterId,
        @Nullable Long previousWorkOrder,
        @Nullable Long previousLetterId,
        List<FieldChangeView> changes) {

    /** Compares two letters of one account; null means that there is no letter. */
    public static LetterDifferenceView of(
            @Nullable ComparedLetter before, @Nullable ComparedLetter after, Reader reader) {
        return new LetterDifferenceView(
                after == null ? null : after.workOrder(),
                after == null ? null : Long.valueOf(after.letterId()),
                before == null ? null : before.workOrder(),
                before == null ? null : Long.valueOf(before.letterId()),
                FormDifference.betweenLetters(form(before), form(after)).stream()
                        .map(change -> FieldChangeView.from(change, reader))
                        .toList());
    }

    private static @Nullable LetterForm form(@Nullable ComparedLetter letter) {
        return letter == null ? null : letter.form();
    }
}
