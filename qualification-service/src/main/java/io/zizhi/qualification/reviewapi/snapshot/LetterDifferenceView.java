package io.zizhi.qualification.reviewapi.snapshot;

import io.zizhi.qualification.catalogue.comparison.FieldChange;
import io.zizhi.qualification.catalogue.comparison.FieldChangeView;
import io.zizhi.qualification.catalogue.comparison.Reader;
import io.zizhi.qualification.model.letter.LetterSubmission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one submitted authorization letter to another, as the review desk sees it: who is authorised is masked.
 *
 * @param workOrder work order under which the letter was submitted; null where there is none any more
 * @param letterId the letter; null alike
 * @param previousWorkOrder work order of the one it is compared with; null where there was none, so that every field is new
 * @param previousLetterId that letter, which may be another one; null alike
 * @param changes every field that differs, by pointers into the letter's form; signatures that came or went at the end
 */
public record LetterDifferenceView(
        @Nullable Long workOrder,
        @Nullable Long letterId,
        @Nullable Long previousWorkOrder,
        @Nullable Long previousLetterId,
        List<FieldChangeView> changes) {

    static LetterDifferenceView of(
            @Nullable LetterSubmission before, @Nullable LetterSubmission after, List<FieldChange> changes) {
        return new LetterDifferenceView(
                after == null ? null : Long.valueOf(after.workOrder()),
                after == null ? null : Long.valueOf(after.letterId()),
                before == null ? null : Long.valueOf(before.workOrder()),
                before == null ? null : Long.valueOf(before.letterId()),
                changes.stream()
                        .map(change -> FieldChangeView.from(change, Reader.DESK))
                        .toList());
    }
}
