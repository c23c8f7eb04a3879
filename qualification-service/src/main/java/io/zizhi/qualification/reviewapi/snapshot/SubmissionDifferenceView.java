package io.zizhi.qualification.reviewapi.snapshot;

import io.zizhi.qualification.catalogue.comparison.FieldChange;
import io.zizhi.qualification.catalogue.comparison.FieldChangeView;
import io.zizhi.qualification.catalogue.comparison.Reader;
import io.zizhi.qualification.model.revision.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one submission of a qualification to another, as the review desk sees it: names, ids and phones
 * masked.
 *
 * @param workOrder work order of the submission
 * @param revision its number
 * @param previousWorkOrder work order of the one it is compared with
 * @param previousRevision its number
 * @param changes every field that differs, in the order of the form; documents that came or went at the end
 * @param letter what changed in the authorization letter that they carry or rely on; null where neither names one
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
