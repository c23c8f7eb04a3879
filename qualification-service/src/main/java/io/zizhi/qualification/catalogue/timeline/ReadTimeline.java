package io.zizhi.qualification.catalogue.timeline;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.account.viewing.RecordView;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the history of a qualification. Applicants see only their own account; staff see every account, including
 * deleted qualifications, if {@link TimelineAccess} allows. Only staff see which reviewer acted. Reviewers' notes are
 * kept with the review, and their internal notes are available only there. Views by staff are audited.
 */
@ApplicationScoped
public class ReadTimeline {

    private final QualificationRepository qualifications;
    private final TimelineRepository timeline;
    private final RecordView recordView;

    ReadTimeline(QualificationRepository qualifications, TimelineRepository timeline, RecordView recordView) {
        this.qualifications = qualifications;
        this.timeline = timeline;
        this.recordView = recordView;
    }

    @WithTransaction
    public Uni<Page<EntryView>> handle(Caller caller, long id, PageRequest page) {
        long after = page.afterOr(0);
        return qualification(caller, id)
                .call(found ->
                        recordView.handle(caller, found.accountId(), "timeline.viewed", "qualification", id, List.of()))
                .chain(qualification -> timeline.of(qualification.id(), after, page.limit() + 1))
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id()))
                        .map(viewFor(caller)));
    }

    /** Applicants see only their own account, even if they have other roles too. */
    private Uni<Qualification> qualification(Caller caller, long id) {
        return caller.has(Roles.APPLICANT)
                ? qualifications.find(caller.requireAccount(), id)
                : qualifications.findAny(id);
    }

    private static Function<TimelineEntry, EntryView> viewFor(Caller caller) {
        return caller.has(Roles.APPLICANT) ? EntryView::forOwner : EntryView::forStaff;
    }
}
