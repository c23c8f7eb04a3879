package io.zizhi.qualification.filing.draft;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.QualificationView;
import jakarta.enterprise.context.ApplicationScoped;

/** An applicant reads a qualification of the account. */
@ApplicationScoped
public class GetQualification {

    private final DossierRepository dossiers;

    GetQualification(DossierRepository dossiers) {
        this.dossiers = dossiers;
    }

    @WithTransaction
    public Uni<QualificationView> handle(Caller caller, long id) {
        return dossiers.find(caller.requireAccount(), id).map(QualificationView::from);
    }
}
