package io.zizhi.qualification.timeline;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The histories of all qualifications. */
@ApplicationScoped
public class TimelineRepository implements PanacheRepositoryBase<TimelineEntry, Long> {

    /** Adds one act in the current transaction. */
    public Uni<Void> append(TimelineEntry entry) {
        return persist(entry).replaceWithVoid();
    }

    Uni<List<TimelineEntry>> of(long qualificationId) {
        return list("qualificationId", Sort.ascending("id"), qualificationId);
    }
}
