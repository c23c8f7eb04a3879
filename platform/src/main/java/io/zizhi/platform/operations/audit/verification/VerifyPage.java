package io.zizhi.platform.operations.audit.verification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Verifies the next page of the audit log. */
@ApplicationScoped
class VerifyPage {

    private final VerifyAnchors anchors;
    private final VerifyRows rows;
    private final VerifyHeads heads;

    VerifyPage(VerifyAnchors anchors, VerifyRows rows, VerifyHeads heads) {
        this.anchors = anchors;
        this.rows = rows;
        this.heads = heads;
    }

    Uni<Step> verify(Progress progress) {
        return switch (progress.phase()) {
            case ANCHORS -> anchors.step(progress);
            case OLD_ROWS -> rows.old(progress);
            case ROWS -> rows.chained(progress);
            case HEADS -> heads.step(progress);
        };
    }
}
