package io.zizhi.qualification.catalogue.comparison;

import java.util.List;

/**
 * In which fields two revisions of a qualification differ.
 *
 * @param from the one that counts as before
 * @param to the one that counts as after
 * @param changes every field that differs, in the order of the form; documents that came or went at the end
 */
public record DifferenceView(String from, String to, List<FieldChangeView> changes) {

    static DifferenceView of(RevisionName from, RevisionName to, List<FieldChange> changes) {
        return new DifferenceView(
                from.text(),
                to.text(),
                changes.stream()
                        .map(change -> FieldChangeView.from(change, Reader.OWNER))
                        .toList());
    }
}
