package io.zizhi.qualification.catalogue.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zizhi.qualification.catalogue.listing.query.QualificationSummaryView;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A qualification that staff found, as it was last submitted.
 *
 * @param accountId account that owns it
 * @param qualification its fields, inlined into this object
 */
public record FoundQualificationView(
        String accountId, @JsonUnwrapped QualificationSummaryView qualification) {

    static FoundQualificationView from(Qualification qualification, @Nullable Revision submitted) {
        return new FoundQualificationView(
                qualification.accountId(), QualificationSummaryView.from(qualification, submitted, submitted));
    }
}
