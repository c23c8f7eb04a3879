package io.zizhi.qualification.model.signature;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.account.viewing.RecordView;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Lists the signatures bound to a qualification. Applicants see only their own account, even if they have other roles
 * too.
 */
@ApplicationScoped
public class ListSignatures {

    private final QualificationRepository qualifications;
    private final SignatureRepository signatures;
    private final RecordView recordView;

    ListSignatures(QualificationRepository qualifications, SignatureRepository signatures, RecordView recordView) {
        this.qualifications = qualifications;
        this.signatures = signatures;
        this.recordView = recordView;
    }

    @WithTransaction
    public Uni<Page<SignatureView>> handle(Caller caller, long qualificationId, PageRequest page) {
        return qualification(caller, qualificationId)
                .call(found -> recordView.handle(
                        caller, found.accountId(), "signatures.viewed", "qualification", qualificationId, List.of()))
                .chain(qualification -> signatures.of(qualification.id(), page.afterOr(0), page.limit()))
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id())))
                .map(found -> found.map(SignatureView::from));
    }

    private Uni<Qualification> qualification(Caller caller, long id) {
        return caller.has(Roles.APPLICANT)
                ? qualifications.find(caller.requireAccount(), id)
                : qualifications.findAny(id);
    }
}
