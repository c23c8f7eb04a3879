package io.zizhi.qualification.model.timeline;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class TimelineRepository implements PanacheRepositoryBase<TimelineEntry, Long> {

    private static final Timelines TIMELINES = new Timelines("timeline_entry", "qualification_id");

    public Uni<Void> append(TimelineEntry entry) {
        return appendAll(List.of(entry));
    }

    /** Adds entries of many qualifications in the current transaction. */
    public Uni<Void> appendAll(List<TimelineEntry> entries) {
        return TIMELINES.append(entries);
    }

    /** Returns up to {@code limit} entries after the entry {@code after}, oldest first. */
    public Uni<List<TimelineEntry>> of(long qualificationId, long after, int limit) {
        return find("qualificationId = ?1 and id > ?2 order by id", qualificationId, after)
                .range(0, limit - 1)
                .list();
    }
}
