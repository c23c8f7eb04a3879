package io.zizhi.platform.operations.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verified page.
 *
 * @param anchors number of anchors read
 * @param rows number of rows and anchored heads compared
 * @param findings at most 100, the first of each chain, beside accepted ones; empty if nothing was tampered with
 * @param omitted number of further findings of this page
 * @param anchored whether this service anchors its chains outside the database; otherwise, a consistent rewrite stays
 *     unnoticed
 * @param nextCursor how to go on; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationView(
        int anchors,
        int rows,
        List<Finding> findings,
        int omitted,
        boolean anchored,
        @Nullable String nextCursor) {

    private static final int MOST = 100;

    static VerificationView from(Step step, boolean anchored, @Nullable String nextCursor) {
        return new VerificationView(
                step.anchors(),
                step.rows(),
                step.findings().stream().limit(MOST).toList(),
                Math.max(0, step.findings().size() - MOST),
                anchored,
                nextCursor);
    }
}
