package io.zizhi.qualification.catalogue.comparison;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionSeal;
import jakarta.enterprise.context.ApplicationScoped;

/** Returns one submitted revision to the applicant, even if the qualification has changed since. */
@ApplicationScoped
public class ReadRevision {

    private final DossierRepository dossiers;
    private final NamedRevisions revisions;
    private final RevisionSeal seal;

    ReadRevision(DossierRepository dossiers, NamedRevisions revisions, RevisionSeal seal) {
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.seal = seal;
    }

    @WithTransaction
    public Uni<RevisionView> handle(Caller caller, long id, int number) {
        return dossiers.find(caller.requireAccount(), id)
                .chain(dossier -> revisions.numbered(id, number).map(revision -> view(dossier, revision)));
    }

    private RevisionView view(Dossier dossier, Revision revision) {
        return RevisionView.from(
                dossier.qualification(),
                revision,
                seal.decision(revision, dossier.cipher()),
                seal.open(revision, dossier.cipher()));
    }
}
