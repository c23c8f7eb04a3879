package io.zizhi.qualification.reviewapi.snapshot;

import io.zizhi.qualification.catalogue.comparison.FieldChange;
import io.zizhi.qualification.catalogue.comparison.FieldChangeView;
import io.zizhi.qualification.catalogue.comparison.Reader;
import io.zizhi.qualification.model.letter.LetterSubmission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two submitted authorization letters. The authorised party is masked.
 *
 * @param workOrder work order of the newer submission; null if there is no letter any more
 * @param letterId id of the newer letter; null if there is no letter any more
 * @param previousWorkOrder work order of the older submission; null if there was no letter before, so all fields are
 *     new
 * @param previousLetterId id of the older letter, which may be another letter; null if there was none
 * @param changes every changed field, with pointers into the letter's form; added and removed signatures come last
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
