package io.zizhi.qualification.catalogue.comparison;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Compares two revisions for the applicant, or a revision with the working copy, including their authorization letters.
 */
@ApplicationScoped
public class CompareRevisions {

    private final DossierRepository dossiers;
    private final NamedRevisions revisions;
    private final NamedLetters letters;

    CompareRevisions(DossierRepository dossiers, NamedRevisions revisions, NamedLetters letters) {
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.letters = letters;
    }

    @WithTransaction
    Uni<DifferenceView> handle(Caller caller, long id, RevisionName from, RevisionName to) {
        return dossiers.find(caller.requireAccount(), id).chain(dossier -> compare(dossier, from, to));
    }

    private Uni<DifferenceView> compare(Dossier dossier, RevisionName from, RevisionName to) {
        return revisions
                .find(dossier, from)
                .chain(older -> revisions.find(dossier, to).chain(newer -> {
                    QualificationForm before = revisions.form(dossier, older);
                    QualificationForm after = revisions.form(dossier, newer);
                    return letters.difference(dossier, older, before, newer, after)
                            .map(letter -> DifferenceView.of(
                                    from, to, FormDifference.between(before, after), letter.orElse(null)));
                }));
    }
}
