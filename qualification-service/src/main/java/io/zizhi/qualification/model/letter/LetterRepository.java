package io.zizhi.qualification.model.letter;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.form.standard.WrittenName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds authorization letters. Ignores deleted letters unless stated otherwise. */
@ApplicationScoped
public class LetterRepository implements PanacheRepositoryBase<AuthorizationLetter, Long> {

    private static final String NAME_INDEX = "authorization_letter_name_per_account";
    private static final String LIVE = "id = ?1 and accountId = ?2 and deletedAt is null";

    private static final String LAST_DAY = """
            select s.valid_to
            from authorization_letter l, letter_succession(l.id, :today) s
            where l.id = :id and l.account_id = :accountId and s.valid_to is not null
            order by s.place desc limit 1
            """;

    private static final String KEEP = """
            select id from authorization_letter
            where id = :id and account_id = :accountId and deleted_at is null for share
            """;

    private static final String IN_USE = """
            id = (select s.id from letter_succession(:id, :today) s
                  where s.place = 0 or s.valid_from <= :today
                  order by s.place desc limit 1)""";

    private static final String LOCK_SUCCESSION = """
            select id from authorization_letter
            where id in (select s.id from letter_succession(:id, :today) s) and account_id = :accountId
            order by id for no key update
            """;

    private static final String LOCK_SUCCESSIONS = """
            select id from authorization_letter
            where id in (select s.id from unnest(cast(:ids as bigint[])) as l(id), letter_succession(l.id, :today) s)
            order by id for no key update
            """;

    private static final String NAMES = """
            select name from AuthorizationLetter
            where accountId = :accountId and name like :pattern escape '!' and deletedAt is null
            """;

    /** Returns the next id. Letters and qualifications use one sequence, so an id never names both. */
    public Uni<Long> nextId() {
        return new NativeQuery("select nextval('qualification_id')").single(Long.class);
    }

    /** Returns the letter of the account; fails with 404 if the account has none with this id. */
    public Uni<AuthorizationLetter> find(String accountId, long id) {
        return find(LIVE, id, accountId).firstResult().onItem().ifNull().failWith(LetterRepository::notFound);
    }

    /** Like {@link #find(String, long)}, but locks the letter until the transaction ends. */
    public Uni<AuthorizationLetter> lock(String accountId, long id) {
        return lockIfThere(accountId, id).map(found -> found.orElseThrow(LetterRepository::notFound));
    }

    /** Returns the letter of the account, if it exists. */
    public Uni<Optional<AuthorizationLetter>> findIfThere(String accountId, long id) {
        return find(LIVE, id, accountId).firstResult().map(Optional::ofNullable);
    }

    /**
     * Returns the last day of the account's letter, if it exists, or of the approved renewals that follow it without a
     * gap. Does not load the letter into the session, so it can be locked later.
     */
    public Uni<Optional<LocalDate>> lastDay(String accountId, long id, LocalDate today) {
        return new NativeQuery(LAST_DAY)
                .with("id", id)
                .with("accountId", accountId)
                .with("today", today)
                .first(LocalDate.class);
    }

    /** Like {@link #lastDay}, but locks the letter against changes until the transaction ends. */
    public Uni<Optional<LocalDate>> lastDayKept(String accountId, long id, LocalDate today) {
        return new NativeQuery(KEEP)
                .with("id", id)
                .with("accountId", accountId)
                .first(Long.class)
                .chain(kept -> lastDay(accountId, id, today));
    }

    /**
     * Returns the letter in use for the account's letter {@code id}: from the first day of an approved renewal the
     * renewal, until then the letter itself.
     */
    public Uni<Optional<AuthorizationLetter>> findInUse(String accountId, long id, LocalDate today) {
        return new NativeQuery("select " + EntityColumns.of(AuthorizationLetter.class) + " from authorization_letter")
                .where(IN_USE)
                .where("account_id = :accountId", "accountId", accountId)
                .where("deleted_at is null")
                .with("id", id)
                .with("today", today)
                .first(AuthorizationLetter.class);
    }

    /**
     * Like {@link #findInUse}, but locks the letter until the transaction ends. Also locks the letter {@code id} and
     * the other renewals that follow it, so that none of them is deleted and no renewal is approved meanwhile.
     */
    public Uni<Optional<AuthorizationLetter>> lockInUse(String accountId, long id, LocalDate today) {
        return new NativeQuery(LOCK_SUCCESSION)
                .with("id", id)
                .with("accountId", accountId)
                .with("today", today)
                .list(Long.class)
                .chain(locked -> findInUse(accountId, id, today));
    }

    /** Locks letters and the renewals that follow them, as {@link #lockInUse} does. */
    public Uni<Void> lockSuccessions(Collection<Long> ids, LocalDate today) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : new NativeQuery(LOCK_SUCCESSIONS)
                        .with("ids", ids.toArray(Long[]::new))
                        .with("today", today)
                        .list(Long.class)
                        .replaceWithVoid();
    }

    /** Returns the renewal of a letter, whatever its status, if there is one. */
    public Uni<Optional<AuthorizationLetter>> renewalOf(AuthorizationLetter letter) {
        return find("renewalOf = ?1 and accountId = ?2 and deletedAt is null", letter.id(), letter.accountId())
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Returns the letter, if it exists, and locks it until the transaction ends. */
    public Uni<Optional<AuthorizationLetter>> lockIfThere(String accountId, long id) {
        return find(LIVE, id, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Returns and locks letters of an account that are not deleted, at most {@code limit}. */
    public Uni<List<AuthorizationLetter>> lockSome(String accountId, int limit) {
        return find("accountId = ?1 and deletedAt is null order by id", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, limit - 1)
                .list();
    }

    /** Returns the letter of any account, even if deleted; fails with 404 if it does not exist. */
    public Uni<AuthorizationLetter> findAny(long id) {
        return findById(id).onItem().ifNull().failWith(LetterRepository::notFound);
    }

    /** Returns and locks the letter of any account, even if deleted. Used to handle events of other services. */
    public Uni<AuthorizationLetter> lockAny(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("There is no letter " + id));
    }

    /**
     * Returns letters with ids below {@code before}, newest first. Returns one row more than {@code limit} if there are
     * more.
     */
    public Uni<List<AuthorizationLetter>> list(
            String accountId, LetterFilter filter, LocalDate today, long before, int limit) {
        NativeQuery query = new NativeQuery(
                        "select " + EntityColumns.of(AuthorizationLetter.class) + " from authorization_letter")
                .where("account_id = :accountId", "accountId", accountId)
                .where("deleted_at is null")
                .where("id < :before", "before", before)
                .where("status = :status", "status", nameOf(filter.status()))
                .where("credit_code = :creditCode", "creditCode", filter.creditCode())
                .where(
                        "content -> 'signatureNames' @> to_jsonb(cast(:signatureName as text))",
                        "signatureName",
                        filter.signatureName());
        if (filter.validity() != null) {
            boolean valid = filter.validity() == LetterValidity.VALID;
            query.where(
                    "coalesce(status = 'APPROVED' and :today between valid_from and valid_to, false) = " + valid,
                    "today",
                    today);
        }
        return query.then("order by id desc limit " + (limit + 1)).list(AuthorizationLetter.class);
    }

    private static @Nullable String nameOf(@Nullable LetterStatus status) {
        return status == null ? null : status.name();
    }

    /** Flushes now, so that a duplicate name fails here with 409. */
    public Uni<Void> flushNamed() {
        return flush().onFailure(LetterRepository::isNameTaken)
                .transform(taken -> Problems.conflict(
                        "NAME_TAKEN",
                        "The account already has a letter with this or a similar-looking name.",
                        List.of(new Violation("/name", "NAME_TAKEN", "Choose another name."))));
    }

    public Uni<Long> countOf(String accountId) {
        return count("accountId = ?1 and deletedAt is null", accountId);
    }

    /** Returns whether a letter of the account other than {@code except} has this or a similar-looking name. */
    public Uni<Boolean> isTaken(String accountId, String name, long except) {
        return count(
                        "accountId = ?1 and nameKey = ?2 and id <> ?3 and deletedAt is null",
                        accountId,
                        new WrittenName(name).skeleton(),
                        except)
                .map(others -> others > 0);
    }

    /** Returns the names of the account's letters that start with {@code start}. */
    public Uni<Set<String>> namesStarting(String accountId, String start) {
        return Panache.getSession()
                .chain(session -> session.createQuery(NAMES, String.class)
                        .setParameter("accountId", accountId)
                        .setParameter("pattern", literal(start) + "%")
                        .getResultList())
                .map(Set::copyOf);
    }

    /** Escapes the wildcards of {@code like}. */
    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** Creates the error for a letter that the account does not have. */
    public static RuntimeException notFound() {
        return Problems.notFound("LETTER_NOT_FOUND", "There is no such authorization letter.");
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
