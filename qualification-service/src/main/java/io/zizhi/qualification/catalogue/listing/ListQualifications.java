package io.zizhi.qualification.catalogue.listing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.catalogue.listing.query.ListFilter;
import io.zizhi.qualification.catalogue.listing.query.ListOrder;
import io.zizhi.qualification.catalogue.listing.query.ListParameters;
import io.zizhi.qualification.catalogue.listing.query.ListPosition;
import io.zizhi.qualification.catalogue.listing.query.ListingRepository;
import io.zizhi.qualification.catalogue.listing.query.QualificationSummaryView;
import io.zizhi.qualification.catalogue.listing.query.ReadFilter;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the account's qualifications for the applicant, page by page. */
@ApplicationScoped
public class ListQualifications {

    private final ReadFilter filters;
    private final ListingRepository listing;
    private final RevisionRepository revisions;

    ListQualifications(ReadFilter filters, ListingRepository listing, RevisionRepository revisions) {
        this.filters = filters;
        this.listing = listing;
        this.revisions = revisions;
    }

    @WithTransaction
    public Uni<Page<QualificationSummaryView>> handle(Caller caller, ListParameters asked, PageRequest page) {
        ListFilter filter = filters.of(asked);
        ListOrder order = asked.order();
        ListPosition after = ListPosition.of(page, filter, order);
        return listing.read(caller.requireAccount(), filter, order, after, page.limit() + 1)
                .map(found -> Page.of(
                        found,
                        page.limit(),
                        last -> ListPosition.after(last, order).cursor(filter, order)))
                .chain(found ->
                        revisions.byId(revisionsOf(found.items())).map(by -> found.map(each -> view(each, by))));
    }

    private static Set<Long> revisionsOf(List<Qualification> found) {
        return found.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.shownRevision()), each.currentRevision().stream()))
                .collect(Collectors.toSet());
    }

    private static QualificationSummaryView view(Qualification each, Map<Long, Revision> revisions) {
        return QualificationSummaryView.from(
                each,
                revisions.get(each.shownRevision()),
                each.currentRevision().map(revisions::get).orElse(null));
    }
}
