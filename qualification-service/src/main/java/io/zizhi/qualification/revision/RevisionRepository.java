package io.zizhi.qualification.revision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The revisions of all qualifications. */
@ApplicationScoped
public class RevisionRepository implements PanacheRepositoryBase<Revision, Long> {

    /** A new, empty working copy, not stored yet. */
    Uni<Revision> open(long qualificationId) {
        return next("revision_id").map(id -> new Revision(id, qualificationId));
    }

    public Uni<Long> nextWorkOrder() {
        return next("work_order");
    }

    public Uni<Map<Long, Revision>> byId(Collection<Long> ids) {
        return list("id in ?1", List.copyOf(ids))
                .map(found -> found.stream().collect(Collectors.toMap(Revision::id, Function.identity())));
    }

    public Uni<Optional<Revision>> submitted(long workOrder) {
        return find("workOrder", workOrder).firstResult().map(Optional::ofNullable);
    }

    private static Uni<Long> next(String sequence) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select nextval(cast(cast(:sequence as text) as regclass))", Long.class)
                        .setParameter("sequence", sequence)
                        .getSingleResult());
    }
}
