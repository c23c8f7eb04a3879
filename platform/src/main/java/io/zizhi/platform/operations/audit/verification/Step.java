package io.zizhi.platform.operations.audit.verification;

import io.zizhi.platform.operations.audit.acceptance.Accepted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A verified page.
 *
 * @param anchors number of anchors read
 * @param rows number of rows read
 * @param findings the first of each chain, beside accepted ones
 * @param next how to go on; null at the end
 */
record Step(
        int anchors,
        int rows,
        List<Finding> findings,
        @Nullable Progress next) {

    /** Marks the findings without a chain that two persons have accepted. */
    Step with(Accepted accepted) {
        return new Step(
                anchors,
                rows,
                findings.stream()
                        .map(each -> Optional.ofNullable(each.chain() == null ? each.evidence() : null)
                                .flatMap(accepted::evidence)
                                .map(each::acceptedBy)
                                .orElse(each))
                        .toList(),
                next);
    }
}
