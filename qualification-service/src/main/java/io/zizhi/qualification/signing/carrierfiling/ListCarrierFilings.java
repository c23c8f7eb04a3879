package io.zizhi.qualification.signing.carrierfiling;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.account.viewing.RecordView;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingRepository;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingSeal;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the carrier filings of a qualification with their history. Applicants see only their own account, even if they
 * have other roles too.
 */
@ApplicationScoped
public class ListCarrierFilings {

    private final QualificationRepository qualifications;
    private final CarrierFilingRepository filings;
    private final CarrierFilingSeal seal;
    private final AccountCiphers ciphers;
    private final RecordView recordView;

    ListCarrierFilings(
            QualificationRepository qualifications,
            CarrierFilingRepository filings,
            CarrierFilingSeal seal,
            AccountCiphers ciphers,
            RecordView recordView) {
        this.qualifications = qualifications;
        this.filings = filings;
        this.seal = seal;
        this.ciphers = ciphers;
        this.recordView = recordView;
    }

    @WithTransaction
    public Uni<Page<CarrierFilingView>> handle(
            Caller caller, long qualificationId, @Nullable Long signatureId, PageRequest page) {
        return qualification(caller, qualificationId)
                .call(found -> recordView.handle(
                        caller,
                        found.accountId(),
                        "carrier-filings.viewed",
                        "qualification",
                        qualificationId,
                        List.of("note")))
                .chain(qualification -> filings.of(qualificationId, signatureId, page.afterOr(0), page.limit())
                        .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id())))
                        .chain(found -> views(qualification, found)));
    }

    private Uni<Page<CarrierFilingView>> views(Qualification qualification, Page<CarrierFiling> found) {
        return ciphers.forAccount(qualification.accountId())
                .map(cipher -> found.map(filing -> CarrierFilingView.from(filing, seal, cipher)));
    }

    private Uni<Qualification> qualification(Caller caller, long id) {
        return caller.has(Roles.APPLICANT)
                ? qualifications.find(caller.requireAccount(), id)
                : qualifications.findAny(id);
    }
}
