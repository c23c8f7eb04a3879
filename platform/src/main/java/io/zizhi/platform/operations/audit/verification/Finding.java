package io.zizhi.platform.operations.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A place where the audit log is not as it was written.
 *
 * @param kind what was found
 * @param chain the account, or `system` for rows without an account; absent if the finding concerns no single chain
 * @param position position in the chain of the first bad row; for a rewritten chain, the first bad row is at or before it
 * @param after last position before it that matches an anchor; absent if none was seen
 * @param anchor number of the anchor that reveals it; absent if the database alone does
 * @param restore epoch of the restore that lost the rows; only for `LOST_BY_RESTORE`
 * @param accepted true for the losses of a restore that `zizhi.audit.verification.accepted-epoch` names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        FindingKind kind,
        @Nullable String chain,
        @Nullable Long position,
        @Nullable Long after,
        @Nullable Long anchor,
        @Nullable Long restore,
        boolean accepted) {

    static Finding inChain(FindingKind kind, String chain, long position) {
        return new Finding(kind, chain, position, null, null, null, false);
    }

    static Finding atAnchor(FindingKind kind, long anchor) {
        return new Finding(kind, null, null, null, anchor, null, false);
    }

    static Finding outsideChains(FindingKind kind) {
        return new Finding(kind, null, null, null, null, null, false);
    }
}
