package io.zizhi.qualification.outcome.restriction;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequestRepository;
import io.zizhi.qualification.outcome.restriction.request.RestrictionSeal;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Shows a request with its notes to a supervisor or auditor. The view is audited, because notes may contain personal
 * data.
 */
@ApplicationScoped
public class ReadRestrictionRequest {

    private final RestrictionRequestRepository requests;
    private final QualificationRepository qualifications;
    private final SupervisorConflict conflict;
    private final RestrictionSeal seal;
    private final AccountCiphers ciphers;
    private final RestrictionAudit audit;

    ReadRestrictionRequest(
            RestrictionRequestRepository requests,
            QualificationRepository qualifications,
            SupervisorConflict conflict,
            RestrictionSeal seal,
            AccountCiphers ciphers,
            RestrictionAudit audit) {
        this.requests = requests;
        this.qualifications = qualifications;
        this.conflict = conflict;
        this.seal = seal;
        this.ciphers = ciphers;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<RestrictionRequestView> handle(Caller reader, long requestId) {
        return requests.find(requestId)
                .call(request -> qualifications
                        .findAny(request.qualificationId())
                        .chain(qualification -> conflict.requireNone(reader, qualification)))
                .call(request -> audit.viewed(reader, request))
                .chain(request -> ciphers.forAccount(request.accountId())
                        .map(cipher -> RestrictionRequestView.from(request, seal.open(request, cipher))));
    }
}
