package io.zizhi.qualification.catalogue.comparison;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.RevisionRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the submitted revisions of a qualification for its applicant, newest first. */
@ApplicationScoped
public class ListRevisions {

    private final QualificationRepository qualifications;
    private final RevisionRepository revisions;

    ListRevisions(QualificationRepository qualifications, RevisionRepository revisions) {
        this.qualifications = qualifications;
        this.revisions = revisions;
    }

    @WithTransaction
    public Uni<Page<RevisionSummaryView>> handle(Caller caller, long id, PageRequest page) {
        long before = page.afterOr(Integer.MAX_VALUE);
        return qualifications
                .find(caller.requireAccount(), id)
                .chain(qualification -> read(qualification, before, page.limit()));
    }

    private Uni<Page<RevisionSummaryView>> read(Qualification qualification, long before, int limit) {
        return revisions
                .submittedBefore(qualification.id(), before, limit + 1)
                .map(found -> Page.of(
                                found,
                                limit,
                                last -> Integer.toString(last.number().orElseThrow()))
                        .map(revision -> RevisionSummaryView.from(qualification, revision)));
    }
}
