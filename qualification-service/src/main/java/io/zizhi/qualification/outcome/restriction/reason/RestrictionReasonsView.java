package io.zizhi.qualification.outcome.restriction.reason;

import io.zizhi.contracts.RestrictionReason;
import java.util.Arrays;
import java.util.List;

/**
 * The catalogue of reasons for suspensions, reinstatements and revocations.
 *
 * @param items the reasons
 */
public record RestrictionReasonsView(List<RestrictionReasonView> items) {

    static RestrictionReasonsView catalogue() {
        return new RestrictionReasonsView(Arrays.stream(RestrictionReason.values())
                .map(RestrictionReasonView::from)
                .toList());
    }
}
