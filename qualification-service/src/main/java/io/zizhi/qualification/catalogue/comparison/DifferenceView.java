package io.zizhi.qualification.catalogue.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two revisions of a qualification.
 *
 * @param from the older revision
 * @param to the newer revision
 * @param changes the changed fields in the order of the form; added and removed documents come last
 * @param letter differences of the authorization letter; null if neither revision names one
 */
public record DifferenceView(
        String from,
        String to,
        List<FieldChangeView> changes,
        @Nullable LetterDifferenceView letter) {

    static DifferenceView of(
            RevisionName from, RevisionName to, List<FieldChange> changes, @Nullable LetterDifferenceView letter) {
        return new DifferenceView(
                from.text(),
                to.text(),
                changes.stream()
                        .map(change -> FieldChangeView.from(change, Reader.OWNER))
                        .toList(),
                letter);
    }
}
