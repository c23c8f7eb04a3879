package io.zizhi.qualification.model.qualification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.FollowingQuery;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds qualifications. Ignores deleted qualifications unless stated otherwise. */
@ApplicationScoped
public class QualificationRepository implements PanacheRepositoryBase<Qualification, Long> {

    private static final String NAME_INDEX = "qualification_name_per_account";

    /**
     * Finds credit codes of other qualifications with the same administrator, whether they belong to this account, and
     * whether purpose and name are the same. Only revisions in review or in force count; drafts do not. The query uses
     * the index {@code revision_by_administrator}, so it repeats the condition of that index.
     */
    static final String ADMINISTERED = """
            select distinct r.credit_code, q.account_id = :accountId, q.purpose = :purpose and q.name_key = :nameKey
            from revision r
            join qualification q on q.id = r.qualification_id
            where r.administrator_index = any(cast(:administrator as text[])) and r.work_order is not null and r.credit_code is not null
              and q.id <> :except and q.deleted_at is null
              and (r.id = q.in_force_revision or (r.id = q.current_revision and q.status = 'IN_REVIEW'))
            """;

    /**
     * Counts the qualifications of an account whose revision in force or in review names a letter, or a letter that it
     * renews. The query uses the index {@code revision_by_letter}.
     */
    static final String WITH_LETTER = """
            select count(*)
            from letter_ancestry(:letter) named
            join revision r
                on r.content ->> 'letterId' = cast(named.id as text) and r.content ->> 'letterId' is not null
            join qualification q on q.id = r.qualification_id
            where r.work_order is not null
              and q.account_id = :accountId and q.deleted_at is null
              and (r.id = q.in_force_revision or (r.id = q.current_revision and q.status = 'IN_REVIEW'))
            """;

    /** Returns a row also if there is no qualification, as a following query must. */
    private static final String LOCK = """
            select count(*) from (
                select from qualification where id = $1 and account_id = $2 and deleted_at is null for no key update) q
            """;

    private static final String WITH_REVISIONS = """
            select q, r from Qualification q
            left join Revision r on r.id in (q.workingRevision, q.currentRevision, q.inForceRevision, q.copiedRevision)
            where q.id = :id and q.accountId = :accountId and q.deletedAt is null
            """;

    private static final String COUNT_DRAFTS = """
            select cast(coalesce(sum(amount), 0) as bigint) from qualification_tally
            where account_id = :accountId and status = 'DRAFT'
            """;

    public Uni<Long> nextId() {
        return new NativeQuery("select nextval('qualification_id')").single(Long.class);
    }

    /** Returns the qualification of the account; fails with 404 if the account has none with this id. */
    public Uni<Qualification> find(String accountId, long id) {
        return find("id = ?1 and accountId = ?2 and deletedAt is null", id, accountId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(QualificationRepository::notFound);
    }

    /** Like {@link #find(String, long)}, but locks the qualification until the transaction ends. */
    public Uni<Qualification> lock(String accountId, long id) {
        return find("id = ?1 and accountId = ?2 and deletedAt is null", id, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(QualificationRepository::notFound);
    }

    /**
     * Locks the qualification until the transaction ends, and does not read it. A query may follow without waiting, see
     * {@link FollowingQuery}; it then reads with the lock held, and finds no qualification if there was none to lock.
     */
    Uni<Void> lockRow(String accountId, long id) {
        return FollowingQuery.row(LOCK, id, accountId).replaceWithVoid();
    }

    /**
     * Returns the qualification of the account and the revisions to which it refers, in one query; fails with 404 if the
     * account has none with this id.
     */
    Uni<WithRevisions> findWithRevisions(String accountId, long id) {
        return Panache.getSession()
                .chain(session -> session.createQuery(WITH_REVISIONS, Object[].class)
                        .setParameter("id", id)
                        .setParameter("accountId", accountId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(first -> new WithRevisions((Qualification) first[0], revisions(rows)))
                        .orElseThrow(QualificationRepository::notFound));
    }

    private static Map<Long, Revision> revisions(List<Object[]> rows) {
        return rows.stream()
                .map(row -> (Revision) row[1])
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Revision::id, Function.identity()));
    }

    /** @param revisions by id: the working copy, the current one, the one in force, the copied one */
    record WithRevisions(Qualification qualification, Map<Long, Revision> revisions) {}

    /** Returns the qualification of any account, even if deleted. */
    public Uni<Qualification> findAny(long id) {
        return findById(id).onItem().ifNull().failWith(QualificationRepository::notFound);
    }

    /** Returns and locks the qualification of any account, even if deleted. Used to handle events of other services. */
    public Uni<Qualification> lockAny(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(QualificationRepository::notFound);
    }

    /** Like {@link #lockAny(long)}, but fails with 404 if the qualification is deleted. */
    public Uni<Qualification> lockUndeleted(long id) {
        return lockAny(id).invoke(qualification -> {
            if (qualification.isDeleted()) {
                throw notFound();
            }
        });
    }

    /** Returns and locks qualifications of an account that are not deleted, at most {@code limit}. */
    public Uni<List<Qualification>> lockSome(String accountId, int limit) {
        return find("accountId = ?1 and deletedAt is null order by id", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, limit - 1)
                .list();
    }

    /** Flushes now, so that a duplicate name fails here with 409. */
    public Uni<Void> flushNamed() {
        return flush().onFailure(QualificationRepository::isNameTaken)
                .transform(taken -> Problems.conflict(
                        "NAME_TAKEN",
                        "The account already has a qualification with this or a similar-looking name.",
                        List.of(new Violation("/name", "NAME_TAKEN", "Choose another name."))));
    }

    /** Returns whether a qualification of the account has this or a similar-looking name. */
    public Uni<Boolean> isTaken(String accountId, String name) {
        return count(
                        "accountId = ?1 and nameKey = ?2 and deletedAt is null",
                        accountId,
                        new WrittenName(name).skeleton())
                .map(others -> others > 0);
    }

    /**
     * Reads the counter kept for lists instead of counting rows, because an account may have very many qualifications.
     */
    public Uni<Long> countDrafts(String accountId) {
        return new NativeQuery(COUNT_DRAFTS).with("accountId", accountId).single(Long.class);
    }

    public Uni<Administered> administeredCompanies(
            String accountId, long except, BlindHash administrator, QualificationForm form) {
        return new NativeQuery(ADMINISTERED)
                .with("accountId", accountId)
                .with("except", except)
                .with("administrator", administrator.array())
                .with("purpose", form.purpose().name())
                .with("nameKey", new WrittenName(form.name()).skeleton())
                .list(Object[].class)
                .map(rows -> new Administered(
                        codes(rows, true),
                        codes(rows, false),
                        isDuplicate(rows, form.creditCode().orElse(""))));
    }

    /**
     * Fails with 409 if a qualification in review or in force names the letter, which must be locked. See {@link
     * #WITH_LETTER}.
     */
    public Uni<Void> requireNoneWithLetter(String accountId, long letterId) {
        return new NativeQuery(WITH_LETTER)
                .with("letter", letterId)
                .with("accountId", accountId)
                .single(Long.class)
                .invoke(relying -> {
                    if (relying > 0) {
                        throw Problems.conflict(
                                "LETTER_IN_USE",
                                relying
                                        + " qualification(s) in review or in force use this letter;"
                                        + " amend, withdraw or delete them first.");
                    }
                })
                .replaceWithVoid();
    }

    private static boolean isDuplicate(List<Object[]> rows, String creditCode) {
        return rows.stream().anyMatch(row -> row[0].equals(creditCode) && row[1].equals(true) && row[2].equals(true));
    }

    private static Set<String> codes(List<Object[]> rows, boolean here) {
        return rows.stream()
                .filter(row -> row[1].equals(here))
                .map(row -> row[0].toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Credit codes of the companies that a person administers.
     *
     * @param here in this account
     * @param elsewhere in other accounts
     * @param duplicate whether one in this account has the company, purpose and name of the form
     */
    public record Administered(Set<String> here, Set<String> elsewhere, boolean duplicate) {

        public static final Administered NONE = new Administered(Set.of(), Set.of(), false);
    }

    private static RuntimeException notFound() {
        return Problems.notFound("QUALIFICATION_NOT_FOUND", "There is no such qualification.");
    }

    private static boolean isNameTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(NAME_INDEX)) {
                return true;
            }
        }
        return false;
    }
}
