package io.zizhi.qualification.timeline;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.dossier.QualificationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An applicant reads what happened to a qualification. */
@ApplicationScoped
public class ReadTimeline {

    private final QualificationRepository qualifications;
    private final TimelineRepository timeline;

    @Inject
    ReadTimeline(QualificationRepository qualifications, TimelineRepository timeline) {
        this.qualifications = qualifications;
        this.timeline = timeline;
    }

    @WithTransaction
    public Uni<TimelineView> handle(Caller caller, long id) {
        return qualifications
                .find(caller.requireAccount(), id)
                .chain(qualification -> timeline.of(qualification.id()))
                .map(TimelineView::from);
    }
}
