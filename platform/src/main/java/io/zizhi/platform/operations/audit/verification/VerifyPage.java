package io.zizhi.platform.operations.audit.verification;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.operations.audit.acceptance.Acceptances;
import io.zizhi.platform.operations.audit.acceptance.Accepted;
import jakarta.enterprise.context.ApplicationScoped;

/** Verifies the next page of the audit log. */
@ApplicationScoped
class VerifyPage {

    private final VerifyAnchors anchors;
    private final VerifyRows rows;
    private final VerifyHeads heads;
    private final Acceptances acceptances;

    VerifyPage(VerifyAnchors anchors, VerifyRows rows, VerifyHeads heads, Acceptances acceptances) {
        this.anchors = anchors;
        this.rows = rows;
        this.heads = heads;
        this.acceptances = acceptances;
    }

    Uni<Step> verify(Progress progress) {
        return acceptances.read().chain(accepted -> step(progress, accepted).map(step -> step.with(accepted)));
    }

    private Uni<Step> step(Progress progress, Accepted accepted) {
        return switch (progress.phase()) {
            case ANCHORS -> anchors.step(progress, accepted);
            case OLD_ROWS -> rows.old(progress);
            case ROWS -> rows.chained(progress, accepted);
            case HEADS -> heads.step(progress, accepted);
        };
    }
}
