package io.zizhi.qualification.reviewapi.snapshot;

import io.zizhi.qualification.catalogue.comparison.FieldChange;
import io.zizhi.qualification.catalogue.comparison.FieldChangeView;
import io.zizhi.qualification.catalogue.comparison.LetterDifferenceView;
import io.zizhi.qualification.catalogue.comparison.Reader;
import io.zizhi.qualification.model.revision.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two submissions of a qualification. Names, id numbers and phones are masked.
 *
 * @param workOrder work order of the newer submission
 * @param revision number of the newer submission
 * @param previousWorkOrder work order of the older submission
 * @param previousRevision number of the older submission
 * @param changes every changed field in the order of the form; added and removed documents come last
 * @param letter differences of the authorization letter; null if neither submission names one
 */
public record SubmissionDifferenceView(
        long workOrder,
        int revision,
        long previousWorkOrder,
        int previousRevision,
        List<FieldChangeView> changes,
        @Nullable LetterDifferenceView letter) {

    static SubmissionDifferenceView of(
            Revision before, Revision after, List<FieldChange> changes, @Nullable LetterDifferenceView letter) {
        return new SubmissionDifferenceView(
                after.workOrder().orElseThrow(),
                after.number().orElseThrow(),
                before.workOrder().orElseThrow(),
                before.number().orElseThrow(),
                changes.stream()
                        .map(change -> FieldChangeView.from(change, Reader.DESK))
                        .toList(),
                letter);
    }
}
