package io.zizhi.qualification.model.timeline;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class TimelineRepository implements PanacheRepositoryBase<TimelineEntry, Long> {

    private static final ActInsert MANY = new ActInsert("timeline_entry", "qualification_id");

    public Uni<Void> append(TimelineEntry entry) {
        return persist(entry).replaceWithVoid();
    }

    /** Adds entries of many qualifications in the current transaction, in one statement. */
    public Uni<Void> appendAll(List<TimelineEntry> entries) {
        return MANY.append(entries);
    }

    /** Returns up to {@code limit} entries after the entry {@code after}, oldest first. */
    public Uni<List<TimelineEntry>> of(long qualificationId, long after, int limit) {
        return find("qualificationId = ?1 and id > ?2 order by id", qualificationId, after)
                .range(0, limit - 1)
                .list();
    }
}
