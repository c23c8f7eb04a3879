package io.zizhi.qualification.outcome.restriction;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.outcome.restriction.request.RequestedRestriction;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequest;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequestRepository;
import io.zizhi.qualification.outcome.restriction.request.RestrictionSeal;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Requests on behalf of a supervisor that a qualification be suspended, reinstated or revoked. Nothing changes until a
 * second supervisor confirms. Repeating an open request returns it.
 */
@ApplicationScoped
public class RequestRestriction {

    private final QualificationRepository qualifications;
    private final SupervisorConflict conflict;
    private final RestrictionRequestRepository requests;
    private final RestrictionSeal seal;
    private final AccountCiphers ciphers;
    private final RestrictionAudit audit;

    RequestRestriction(
            QualificationRepository qualifications,
            SupervisorConflict conflict,
            RestrictionRequestRepository requests,
            RestrictionSeal seal,
            AccountCiphers ciphers,
            RestrictionAudit audit) {
        this.qualifications = qualifications;
        this.conflict = conflict;
        this.requests = requests;
        this.seal = seal;
        this.ciphers = ciphers;
        this.audit = audit;
    }

    /** @param version the version of the qualification that the supervisor saw */
    @WithTransaction
    public Uni<RestrictionRequestView> handle(Caller supervisor, long id, long version, RequestedRestriction asked) {
        asked.requireApplicableReason();
        return qualifications
                .lockUndeleted(id)
                .call(qualification -> conflict.requireNone(supervisor, qualification))
                .chain(qualification -> ciphers.forAccount(qualification.accountId())
                        .chain(cipher -> requests.openOf(id)
                                .chain(open -> open.map(each -> repeat(supervisor, asked, each, cipher))
                                        .orElseGet(() -> request(supervisor, version, asked, qualification, cipher)))))
                .map(RestrictionRequestView::from);
    }

    private Uni<RestrictionRequest> repeat(
            Caller supervisor, RequestedRestriction asked, RestrictionRequest open, AccountCipher cipher) {
        if (!open.requestedBy().equals(supervisor.subject())
                || open.act() != asked.act()
                || open.reason() != asked.reason()
                || !seal.open(open, cipher).equals(asked.notes())) {
            throw RestrictionRequestRepository.open();
        }
        return Uni.createFrom().item(open);
    }

    private Uni<RestrictionRequest> request(
            Caller supervisor,
            long version,
            RequestedRestriction asked,
            Qualification qualification,
            AccountCipher cipher) {
        qualification.requireVersion(version).requireRestrictable(asked.act().target());
        return requests.nextId()
                .chain(id -> requests.request(
                        id, qualification, asked, seal.close(id, asked.notes(), cipher), supervisor.subject()))
                .call(request -> audit.requested(supervisor, request));
    }
}
