package io.zizhi.qualification.catalogue.timeline;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Somebody reads what happened to a qualification: the applicant of its account, or staff, of any account and also once it
 * was deleted ({@link TimelineAccess} admits staff). Only staff are told which reviewer acted. What reviewers wrote is at the
 * review of the work order, their internal notes there alone.
 */
@ApplicationScoped
public class ReadTimeline {

    private final QualificationRepository qualifications;
    private final TimelineRepository timeline;

    ReadTimeline(QualificationRepository qualifications, TimelineRepository timeline) {
        this.qualifications = qualifications;
        this.timeline = timeline;
    }

    @WithTransaction
    public Uni<Page<EntryView>> handle(Caller caller, long id, PageRequest page) {
        long after = page.afterOr(0);
        return qualification(caller, id)
                .chain(qualification -> timeline.of(qualification.id(), after, page.limit() + 1))
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id()))
                        .map(viewFor(caller)));
    }

    /** Whoever files sees no other account's, whatever else they are. */
    private Uni<Qualification> qualification(Caller caller, long id) {
        return caller.has(Roles.APPLICANT)
                ? qualifications.find(caller.requireAccount(), id)
                : qualifications.findAny(id);
    }

    private static Function<TimelineEntry, EntryView> viewFor(Caller caller) {
        return caller.has(Roles.APPLICANT) ? EntryView::forOwner : EntryView::forStaff;
    }
}
