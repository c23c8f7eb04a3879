package io.zizhi.qualification.catalogue.comparison;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds revisions of a qualification by the names that clients use. Call it inside a transaction. */
@ApplicationScoped
class NamedRevisions {

    private final RevisionRepository revisions;
    private final RevisionSeal seal;

    NamedRevisions(RevisionRepository revisions, RevisionSeal seal) {
        this.revisions = revisions;
        this.seal = seal;
    }

    QualificationForm form(Dossier dossier, Revision revision) {
        return seal.open(revision, dossier.cipher());
    }

    /** Returns the revision; fails with 404 if there is none with that name. */
    Uni<Revision> find(Dossier dossier, RevisionName name) {
        long id = dossier.qualification().id();
        return name.number().isPresent()
                ? numbered(id, name.number().getAsInt())
                : workingCopy(dossier)
                        .map(Uni.createFrom()::item)
                        .orElseGet(() -> Uni.createFrom().failure(notFound()));
    }

    /** Returns the revision with that number; fails with 404 if there is none. */
    Uni<Revision> numbered(long qualificationId, int number) {
        return revisions.numbered(qualificationId, number).map(found -> found.orElseThrow(NamedRevisions::notFound));
    }

    private static Optional<Revision> workingCopy(Dossier dossier) {
        return Optional.of(dossier.shown()).filter(shown -> shown.workOrder().isEmpty());
    }

    private static RuntimeException notFound() {
        return Problems.notFound("REVISION_NOT_FOUND", "The qualification has no such revision.");
    }
}
