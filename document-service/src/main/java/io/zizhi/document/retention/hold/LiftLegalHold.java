package io.zizhi.document.retention.hold;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.hold.HoldRepository;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Lifts a legal hold. {@link ResumeErasures} then begins an erasure that it withheld. */
@ApplicationScoped
class LiftLegalHold {

    private final HoldRepository holds;
    private final HoldAudit audit;

    LiftLegalHold(HoldRepository holds, HoldAudit audit) {
        this.holds = holds;
        this.audit = audit;
    }

    @WithTransaction
    Uni<LegalHoldView> lift(long id, String reason, Caller operator) {
        return holds.lift(id, reason, operator.subject())
                .map(row -> row.map(LegalHoldView::from)
                        .orElseThrow(
                                () -> Problems.notFound("HOLD_NOT_FOUND", "There is no active hold with this id.")))
                .call(hold -> audit.record(operator, "legal-hold.lifted", hold, reason));
    }
}
