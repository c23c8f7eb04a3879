package io.zizhi.qualification.model.qualification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.form.standard.WrittenName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All qualifications that were not deleted. */
@ApplicationScoped
public class QualificationRepository implements PanacheRepositoryBase<Qualification, Long> {

    private static final String NAME_INDEX = "qualification_name_per_account";

    /**
     * Credit codes that other qualifications name together with the same administrator, and whether in this account. Only
     * what is in review or in force counts: a draft binds nobody. Starts from the few revisions that name the
     * administrator, by the index {@code revision_by_administrator}, whose condition is repeated here.
     */
    static final String ADMINISTERED = """
            select distinct r.credit_code, q.account_id = :accountId
            from revision r
            join qualification q on q.id = r.qualification_id
            where r.administrator_index = :administrator and r.work_order is not null and r.credit_code is not null
              and q.id <> :except and q.deleted_at is null
              and (r.id = q.in_force_revision or (r.id = q.current_revision and q.status = 'IN_REVIEW'))
            """;

    /**
     * How many qualifications of an account rely on a letter: the revision in force names it, or the one in review. Starts
     * from the few revisions that name it, by the index {@code revision_by_letter}.
     */
    static final String WITH_LETTER = """
            select count(*)
            from revision r
            join qualification q on q.id = r.qualification_id
            where r.content ->> 'letterId' = cast(:letter as text) and r.work_order is not null
              and q.account_id = :accountId and q.deleted_at is null
              and (r.id = q.in_force_revision or (r.id = q.current_revision and q.status = 'IN_REVIEW'))
            """;

    private static final String COUNT_DRAFTS = """
            select cast(coalesce(sum(amount), 0) as bigint) from qualification_tally
            where account_id = :accountId and status = 'DRAFT'
            """;

    public Uni<Long> nextId() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select nextval('qualification_id')", Long.class)
                        .getSingleResult());
    }

    /** The account's qualification; 404 where there is none or it is another account's. */
    public Uni<Qualification> find(String accountId, long id) {
        return find("id = ?1 and accountId = ?2 and deletedAt is null", id, accountId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(QualificationRepository::notFound);
    }

    /** The same, locked until the transaction ends. */
    public Uni<Qualification> lock(String accountId, long id) {
        return find("id = ?1 and accountId = ?2 and deletedAt is null", id, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(QualificationRepository::notFound);
    }

    /** The qualification whoever owns it, deleted or not. */
    public Uni<Qualification> findAny(long id) {
        return findById(id).onItem().ifNull().failWith(QualificationRepository::notFound);
    }

    /** The qualification whoever owns it, deleted or not, locked; for what other services tell. */
    public Uni<Qualification> lockAny(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(QualificationRepository::notFound);
    }

    /** Writes now, so that a name that is taken is told as such (409). */
    public Uni<Void> flushNamed() {
        return flush().onFailure(QualificationRepository::isNameTaken)
                .transform(taken -> Problems.conflict(
                        "NAME_TAKEN",
                        "The account has another qualification of this name, or of one that looks the same.",
                        List.of(new Violation("/name", "NAME_TAKEN", "Choose another name."))));
    }

    /** Whether a qualification of the account has that name, or one that looks the same. */
    public Uni<Boolean> isTaken(String accountId, String name) {
        return count(
                        "accountId = ?1 and coalesce(nameKey, name) = ?2 and deletedAt is null",
                        accountId,
                        new WrittenName(name).skeleton())
                .map(others -> others > 0);
    }

    /** From the tally of the lists, because an account may have very many qualifications. */
    public Uni<Long> countDrafts(String accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT_DRAFTS, Long.class)
                        .setParameter("accountId", accountId)
                        .getSingleResult());
    }

    /** See {@link #ADMINISTERED}. */
    public Uni<Administered> administeredCompanies(String accountId, long except, String administratorIndex) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADMINISTERED, Object[].class)
                        .setParameter("accountId", accountId)
                        .setParameter("except", except)
                        .setParameter("administrator", administratorIndex)
                        .getResultList())
                .map(rows -> new Administered(codes(rows, true), codes(rows, false)));
    }

    /** 409 while a qualification in review or in force names the letter, which is locked. See {@link #WITH_LETTER}. */
    public Uni<Void> requireNoneWithLetter(String accountId, long letterId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITH_LETTER, Long.class)
                        .setParameter("letter", Long.toString(letterId))
                        .setParameter("accountId", accountId)
                        .getSingleResult())
                .invoke(relying -> {
                    if (relying > 0) {
                        throw Problems.conflict(
                                "LETTER_IN_USE",
                                relying
                                        + " qualification(s) in review or in force rely on it; amend, withdraw or delete"
                                        + " them first.");
                    }
                })
                .replaceWithVoid();
    }

    private static Set<String> codes(List<Object[]> rows, boolean here) {
        return rows.stream()
                .filter(row -> row[1].equals(here))
                .map(row -> row[0].toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Companies that somebody is the administrator of, by credit code.
     *
     * @param here in this account
     * @param elsewhere in other accounts
     */
    public record Administered(Set<String> here, Set<String> elsewhere) {

        public static final Administered NONE = new Administered(Set.of(), Set.of());
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
