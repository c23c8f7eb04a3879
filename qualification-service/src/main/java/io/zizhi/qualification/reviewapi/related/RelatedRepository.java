package io.zizhi.qualification.reviewapi.related;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.reviewapi.related.RelatedView.FoundView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds qualifications that share a trait. Only the last submission and the revision in force of each count; drafts do
 * not. A search reads at most about a thousand index rows on each side of the account, however many qualifications
 * exist.
 */
@ApplicationScoped
class RelatedRepository implements PanacheRepositoryBase<Qualification, Long> {

    static final int COUNTED = 1000;

    private static final int SHOWN = 20;

    private static final Map<SharedTrait, String> COLUMNS = Map.of(
            SharedTrait.ADMINISTRATOR_ID_NUMBER, "administrator_index",
            SharedTrait.LEGAL_REPRESENTATIVE_ID_NUMBER, "legal_representative_id_index",
            SharedTrait.PHONE, "phone_index");

    /**
     * Reads a few candidates from the index first; {@code offset 0} keeps the planner from changing this order. A null
     * row is a candidate superseded by a later submission.
     */
    private static final String OF_PERSON = """
            select q.id from (
                (select r.id, r.qualification_id from revision r
                 where r.COLUMN = :value and r.account_id < :accountId and r.work_order is not null
                 order by r.account_id desc, r.id desc limit :limit)
                union all
                (select r.id, r.qualification_id from revision r
                 where r.COLUMN = :value and r.account_id > :accountId and r.work_order is not null
                 order by r.account_id, r.id limit :limit)
            ) candidate left join lateral (
                select q.id from qualification q
                where q.id = candidate.qualification_id and q.deleted_at is null
                  and candidate.id in (q.current_revision, q.in_force_revision)
                offset 0
            ) q on true
            """;

    private static final String OF_COMPANY = """
            (select id from qualification
             where credit_code = :value and account_id < :accountId and deleted_at is null
             order by account_id desc, id desc limit :limit)
            union
            (select id from qualification
             where credit_code = :value and account_id > :accountId and deleted_at is null
             order by account_id, id limit :limit)
            """;

    /** Finds the account's own qualifications for a company. */
    static final String OWN = """
            select id from qualification
            where credit_code = :value and account_id = :accountId and deleted_at is null and id <> :except
            order by id desc limit :limit
            """;

    /** Returns the query for qualifications of other accounts that share the trait. */
    static String elsewhere(SharedTrait trait) {
        String column = COLUMNS.get(trait);
        return column == null ? OF_COMPANY : OF_PERSON.replace("COLUMN", column);
    }

    /** @param values the forms that the same value may be stored in */
    Uni<FoundView> elsewhere(SharedTrait trait, List<String> values, String accountId) {
        return Multi.createFrom()
                .iterable(values)
                .onItem()
                .transformToUniAndConcatenate(value -> new NativeQuery(elsewhere(trait))
                        .with("value", value)
                        .with("accountId", accountId)
                        .with("limit", COUNTED + 1)
                        .list(Long.class))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(List::stream).toList())
                .chain(found -> show(found, accountId));
    }

    /** @param except id of the compared qualification; 0 if there is none */
    Uni<FoundView> ofCompany(String creditCode, String accountId, long except) {
        return new NativeQuery(OWN)
                .with("value", creditCode)
                .with("accountId", accountId)
                .with("except", except)
                .with("limit", COUNTED + 1)
                .list(Long.class)
                .chain(found -> show(found, accountId));
    }

    private Uni<FoundView> show(List<Long> rows, String accountId) {
        List<Long> found = rows.stream().filter(Objects::nonNull).distinct().toList();
        return list("id in ?1 order by id desc", newest(found))
                .map(shown -> new FoundView(
                        Math.min(found.size(), COUNTED),
                        rows.size() > COUNTED,
                        shown.stream()
                                .map(one -> RelatedQualification.from(one, accountId))
                                .toList()));
    }

    private static List<Long> newest(List<Long> found) {
        return found.stream()
                .sorted((one, other) -> Long.compare(other, one))
                .limit(SHOWN)
                .toList();
    }
}
