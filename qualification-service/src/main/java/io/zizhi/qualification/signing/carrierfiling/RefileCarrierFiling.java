package io.zizhi.qualification.signing.carrierfiling;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingConfig;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingRepository;
import io.zizhi.qualification.model.carrierfiling.FileAgain;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.outcome.restriction.SupervisorConflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Files a rejected carrier filing again without an amendment, for a rejection that is not the fault of the data. A new
 * carrier filing repeats it, because filing systems use the id as idempotency key. A repeated request has no effect and
 * returns the new one.
 *
 * @see io.zizhi.contracts.CarrierFilingRequested
 */
@ApplicationScoped
public class RefileCarrierFiling {

    private final QualificationRepository qualifications;
    private final CarrierFilingRepository filings;
    private final FileAgain fileAgain;
    private final SupervisorConflict conflict;
    private final AuditLog audit;
    private final CarrierFilingConfig policy;

    RefileCarrierFiling(
            QualificationRepository qualifications,
            CarrierFilingRepository filings,
            FileAgain fileAgain,
            SupervisorConflict conflict,
            AuditLog audit,
            CarrierFilingConfig policy) {
        this.qualifications = qualifications;
        this.filings = filings;
        this.fileAgain = fileAgain;
        this.conflict = conflict;
        this.audit = audit;
        this.policy = policy;
    }

    @WithTransaction
    public Uni<CarrierFilingView> handle(Caller caller, long qualificationId, long filingId) {
        return lock(caller, qualificationId)
                .chain(qualification -> filings.requireOf(qualificationId, filingId)
                        .invoke(filing -> requireAllowed(caller, filing))
                        .chain(filing -> refileOnce(caller, qualification, filing)))
                .map(CarrierFilingView::from);
    }

    /** Applicants reach only their own account, even if they have other roles too. */
    private Uni<Qualification> lock(Caller caller, long id) {
        return isOwner(caller)
                ? qualifications.lock(caller.requireAccount(), id)
                : qualifications.lockUndeleted(id).call(qualification -> conflict.requireNone(caller, qualification));
    }

    private static boolean isOwner(Caller caller) {
        return caller.has(Roles.APPLICANT);
    }

    private void requireAllowed(Caller caller, CarrierFiling filing) {
        if (isOwner(caller) && filing.round() > policy.ownerRefiles()) {
            throw Problems.forbidden(
                    "REFILING_NOT_ALLOWED",
                    "Only the operator of the platform can file it again. Contact the operator.");
        }
    }

    private Uni<CarrierFiling> refileOnce(Caller caller, Qualification qualification, CarrierFiling filing) {
        return filings.following(filing)
                .chain(next -> next.map(found -> repeat(filing, found))
                        .orElseGet(() -> refile(caller, qualification, filing)));
    }

    private static Uni<CarrierFiling> repeat(CarrierFiling filing, CarrierFiling next) {
        if (!next.repeats(filing)) {
            throw CarrierFiling.outdated("The signature has a newer carrier filing with this carrier.");
        }
        return Uni.createFrom().item(next);
    }

    private Uni<CarrierFiling> refile(Caller caller, Qualification qualification, CarrierFiling rejected) {
        Actor actor = isOwner(caller) ? Actor.applicant(caller) : Actor.supervisor(caller.subject());
        return fileAgain
                .rejected(qualification, rejected, actor)
                .call(() -> audit.append(new AuditEntry(
                        actor.subject(),
                        actor.role(),
                        rejected.accountId(),
                        "carrier-filing.refiled",
                        "carrier-filing",
                        Long.toString(rejected.id()),
                        null,
                        List.of())));
    }
}
