package io.zizhi.qualification.catalogue.comparison;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Compares two revisions for the applicant, or a revision with the working copy. */
@ApplicationScoped
public class CompareRevisions {

    private final DossierRepository dossiers;
    private final NamedRevisions revisions;

    CompareRevisions(DossierRepository dossiers, NamedRevisions revisions) {
        this.dossiers = dossiers;
        this.revisions = revisions;
    }

    @WithTransaction
    Uni<DifferenceView> handle(Caller caller, long id, RevisionName from, RevisionName to) {
        return dossiers.find(caller.requireAccount(), id).chain(dossier -> compare(dossier, from, to));
    }

    private Uni<DifferenceView> compare(Dossier dossier, RevisionName from, RevisionName to) {
        return revisions
                .form(dossier, from)
                .chain(before -> revisions
                        .form(dossier, to)
                        .map(after -> DifferenceView.of(from, to, FormDifference.between(before, after))));
    }
}
