package io.zizhi.qualification.model.timeline;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.OwedRows.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class TimelineRepository implements PanacheRepositoryBase<TimelineEntry, Long> {

    private static final Timelines TIMELINES = new Timelines("timeline_entry", "qualification_id");

    /** Written after the other acts of the transaction, which are their cause. */
    private static final Timelines OF_CARRIER_FILINGS =
            new Timelines("carrier_filing_entry", "qualification_id", Place.SERVICE_LATER);

    /** Reads at most one page of each table. Both take their ids from one sequence. */
    private static final String PAGE = "(" + page("timeline_entry") + ") union all (" + page("carrier_filing_entry")
            + ") order by id limit :limit";

    public Uni<Void> append(TimelineEntry entry) {
        return appendAll(List.of(entry));
    }

    /** Adds entries of many qualifications in the current transaction. */
    public Uni<Void> appendAll(List<TimelineEntry> entries) {
        return TIMELINES.append(entries);
    }

    /**
     * Like {@link #appendAll}, for acts on carrier filings. These have a table of their own, because the release before
     * this one cannot read them.
     */
    public Uni<Void> appendOfCarrierFilings(List<TimelineEntry> entries) {
        return OF_CARRIER_FILINGS.append(entries);
    }

    /** Returns up to {@code limit} entries of both tables after the entry {@code after}, oldest first. */
    public Uni<List<TimelineEntry>> of(long qualificationId, long after, int limit) {
        return new NativeQuery(PAGE)
                .with("qualification", qualificationId)
                .with("after", after)
                .with("limit", limit)
                .list(TimelineEntry.class);
    }

    private static String page(String table) {
        return "select " + EntityColumns.of(TimelineEntry.class) + " from " + table
                + " where qualification_id = :qualification and id > :after order by id limit :limit";
    }
}
