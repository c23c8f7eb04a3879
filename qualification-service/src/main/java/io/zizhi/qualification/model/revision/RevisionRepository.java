package io.zizhi.qualification.model.revision;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class RevisionRepository implements PanacheRepositoryBase<Revision, Long> {

    /** Uses the index {@code revision_by_source}. */
    private static final String IMPORTED = """
            select q.id from revision r join qualification q on q.id = r.qualification_id
            where r.account_id = :accountId and r.provenance ->> 'sourceSystem' = :system
              and r.provenance ->> 'sourceReference' = :reference and q.deleted_at is null
            """;

    /** Uses the index {@code revision_with_plain_remark}. Erased accounts have no keys. */
    private static final String WITH_PLAIN_REMARK = "select " + EntityColumns.of(Revision.class) + """
             from revision
            where content ->> 'remark' is not null and id > :after
              and not exists (select from account_erasure e where e.account_id = revision.account_id)
            order by id limit :limit for no key update skip locked
            """;

    /** Returns and locks revisions whose remark is still in the plain part of the form, by id from {@code after}. */
    Uni<List<Revision>> lockWithPlainRemark(long after, int limit) {
        return new NativeQuery(WITH_PLAIN_REMARK)
                .with("after", after)
                .with("limit", limit)
                .list(Revision.class);
    }

    /** Creates an empty working copy without storing it. */
    Uni<Revision> open(long qualificationId, String accountId) {
        return next("revision_id").map(id -> new Revision(id, qualificationId, accountId));
    }

    public Uni<DrawnWorkOrder> drawWorkOrder() {
        return new NativeQuery("select nextval('work_order'), clock_timestamp()")
                .single(Tuple.class)
                .map(DrawnWorkOrder::from);
    }

    public Uni<Map<Long, Revision>> byId(Collection<Long> ids) {
        return list("id in ?1", List.copyOf(ids))
                .map(found -> found.stream().collect(Collectors.toMap(Revision::id, Function.identity())));
    }

    public Uni<Optional<Revision>> submitted(long workOrder) {
        return find("workOrder", workOrder).firstResult().map(Optional::ofNullable);
    }

    public Uni<Optional<Revision>> numbered(long qualificationId, int number) {
        return find("qualificationId = ?1 and number = ?2", qualificationId, number)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Returns the account's qualification that was imported from this source, unless it was deleted. */
    public Uni<Optional<Long>> imported(String accountId, String sourceSystem, String sourceReference) {
        return new NativeQuery(IMPORTED)
                .with("accountId", accountId)
                .with("system", sourceSystem)
                .with("reference", sourceReference)
                .first(Long.class);
    }

    /** Returns up to {@code limit} submitted revisions with numbers below {@code before}, newest first. */
    public Uni<List<Revision>> submittedBefore(long qualificationId, long before, int limit) {
        return find("qualificationId = ?1 and number < ?2 order by number desc", qualificationId, before)
                .range(0, limit - 1)
                .list();
    }

    private static Uni<Long> next(String sequence) {
        return new NativeQuery("select nextval(cast(cast(:sequence as text) as regclass))")
                .with("sequence", sequence)
                .single(Long.class);
    }
}
