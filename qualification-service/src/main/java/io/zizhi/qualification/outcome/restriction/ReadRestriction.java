package io.zizhi.qualification.outcome.restriction;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.account.viewing.RecordView;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.model.signature.SignatureRepository;
import io.zizhi.qualification.outcome.restriction.request.RestrictionNotes;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequest;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequestRepository;
import io.zizhi.qualification.outcome.restriction.request.RestrictionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Shows the restriction of a qualification. Applicants see only their own account, even if they have other roles too,
 * and the supervisors' note. Staff read the note with the request. Views by staff are audited.
 */
@ApplicationScoped
public class ReadRestriction {

    private final QualificationRepository qualifications;
    private final SignatureRepository signatures;
    private final RestrictionRequestRepository requests;
    private final RestrictionSeal seal;
    private final AccountCiphers ciphers;
    private final RecordView recordView;

    ReadRestriction(
            QualificationRepository qualifications,
            SignatureRepository signatures,
            RestrictionRequestRepository requests,
            RestrictionSeal seal,
            AccountCiphers ciphers,
            RecordView recordView) {
        this.qualifications = qualifications;
        this.signatures = signatures;
        this.requests = requests;
        this.seal = seal;
        this.ciphers = ciphers;
        this.recordView = recordView;
    }

    @WithTransaction
    public Uni<RestrictionView> handle(Caller caller, long id) {
        boolean owner = caller.has(Roles.APPLICANT);
        return (owner ? qualifications.find(caller.requireAccount(), id) : qualifications.findAny(id))
                .call(found -> recordView.handle(
                        caller, found.accountId(), "restriction.viewed", "qualification", id, List.of("reason")))
                .chain(qualification -> behind(qualification).chain(behind -> view(qualification, behind, owner)));
    }

    private Uni<Optional<RestrictionRequest>> behind(Qualification qualification) {
        return qualification.restriction() == Restriction.NONE
                ? Uni.createFrom().item(Optional.empty())
                : requests.lastCarriedOut(qualification.id());
    }

    private Uni<RestrictionView> view(Qualification qualification, Optional<RestrictionRequest> behind, boolean owner) {
        return signatures
                .countBound(qualification.id())
                .chain(bound -> ciphers.forAccount(qualification.accountId())
                        .map(cipher -> RestrictionView.from(
                                qualification,
                                bound,
                                behind,
                                behind.filter(request -> owner)
                                        .map(request -> seal.open(request, cipher))
                                        .map(RestrictionNotes::note)
                                        .orElse(null))));
    }
}
