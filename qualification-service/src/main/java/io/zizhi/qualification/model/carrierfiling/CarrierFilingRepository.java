package io.zizhi.qualification.model.carrierfiling;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.signature.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All carrier filings. A transaction that locks a qualification, signature or letter, too, locks these first. */
@ApplicationScoped
public class CarrierFilingRepository implements PanacheRepositoryBase<CarrierFiling, Long> {

    private static final String COLUMNS = EntityColumns.of(CarrierFiling.class);

    /** Uses the letter in use, and leaves out signatures whose letter is not valid today. */
    private static final String REQUEST = """
            insert into carrier_filing(account_id, signature_id, signature_name, carrier, qualification_id, revision_id,
                work_order, letter_id, status, version, attempts, requested_at, due_at, refiles, round)
            select cast(:accountId as text), s.id, s.name, c.carrier, cast(:qualification as bigint),
                cast(:revision as bigint), cast(:workOrder as bigint), l.id, 'PENDING', 1, 0,
                now.at, now.at + cast(:seconds as bigint) * interval '1 second', cast(:refiles as bigint),
                cast(:round as integer)
            from unnest(cast(:ids as bigint[]), cast(:names as text[]), cast(:letters as bigint[]))
                as s(id, name, letter_id)
            cross join unnest(cast(:carriers as text[])) as c(carrier)
            cross join (select clock_timestamp() as at) now
            left join lateral (
                select u.id, u.valid_from, u.valid_to from letter_succession(s.letter_id, cast(:today as date)) u
                where u.place = 0 or u.valid_from <= cast(:today as date)
                order by u.place desc limit 1) l on true
            where (s.letter_id is null or cast(:today as date) between l.valid_from and l.valid_to)
            """;

    /** The letter of the signature now is neither that of the filing nor one that it renews. */
    private static final String OTHER_LETTER = """
            (f.letter_id is distinct from s.letter_id
                and not exists (select from letter_ancestry(f.letter_id) earlier where earlier.id = s.letter_id))""";

    /** A rejection counts only if nothing has changed since: the revision, the letter, or by another filing. */
    private static final String MISSING = """
              and not exists (
                select from carrier_filing f
                where f.signature_id = s.id and f.carrier = c.carrier
                  and (f.status in ('PENDING', 'FILED', 'ACCEPTED')
                    or f.status = 'REJECTED' and f.revision_id = cast(:revision as bigint) and not %s
                      and not exists (
                        select from carrier_filing later
                        where later.signature_id = f.signature_id and later.carrier = f.carrier and later.id > f.id)))
            """.formatted(OTHER_LETTER);

    private static final String REQUESTED = "order by s.id, c.carrier returning " + COLUMNS;

    /** Uses the index {@code carrier_filing_pending}. */
    private static final String CLAIM = """
            update carrier_filing set claim_id = :claim,
                claimed_until = clock_timestamp() + cast(:seconds as bigint) * interval '1 second',
                attempts = attempts + 1, version = version + 1
            where id = any(array(
                select id from carrier_filing
                where status = 'PENDING' and carrier = :carrier
                  and (claimed_until is null or claimed_until <= clock_timestamp())
                order by due_at, id limit :limit for no key update skip locked))
            returning\s""" + COLUMNS;

    private static final String CANCEL = """
            update carrier_filing set status = 'CANCELLED', cause = :cause, ended_at = cast(:now as timestamptz),
                version = version + 1, claimed_until = null, due_at = null, overdue_at = null
            where id = any(array(
                select f.id from carrier_filing f where f.status in ('PENDING', 'FILED', 'ACCEPTED') and %s
                order by f.id for no key update))
            returning\s""" + COLUMNS;

    private static final String OF_SIGNATURES = CANCEL.formatted("f.signature_id = any(:ids)");

    private static final String OF_QUALIFICATIONS = CANCEL.formatted("f.qualification_id = any(:ids)");

    /** A filing whose signature has another qualification or letter now. */
    private static final String MOVED = "(f.qualification_id <> s.qualification_id or " + OTHER_LETTER + ")";

    private static final String OF_OTHER_PLACES = CANCEL.formatted("""
            f.signature_id = any(:ids)
                  and exists (select from signature s where s.id = f.signature_id and %s)""".formatted(MOVED));

    private static final String OF_OTHER_REVISIONS =
            CANCEL.formatted("f.signature_id = any(:ids) and f.revision_id <> :revision");

    /**
     * A filing keeps the letter with which it was requested, so it may refer to a letter that the ended one renews. It
     * stays if a renewal is in use and valid on the day after the end.
     */
    private static final String OF_LETTERS = CANCEL.formatted("""
            f.id in (
                    select g.id
                    from unnest(cast(:ids as bigint[]), cast(cast(:days as text[]) as date[])) as ended(letter, day)
                    cross join lateral letter_ancestry(ended.letter) earlier
                    join carrier_filing g on g.letter_id = earlier.id
                    where g.letter_id is not null and g.status in ('PENDING', 'FILED', 'ACCEPTED')
                      and not coalesce((
                        select u.valid_to >= ended.day from letter_succession(g.letter_id, ended.day) u
                        where u.place = 0 or u.valid_from <= ended.day
                        order by u.place desc limit 1), false))""");

    /** Uses the index {@code signature_without_filings}. */
    private static final String WITHOUT_FILINGS = """
            select id from signature
            where not filings_requested and released_at is null and id > :after order by id limit :limit
            """;

    private static final String EXAMINED = """
            select count(*) as amount, coalesce(max(id), 0) as last
            from (select id from carrier_filing where id > :after order by id limit :limit) f
            """;

    private static final String DAMAGED = """
            select distinct f.signature_id
            from carrier_filing f
            join signature s on s.id = f.signature_id
            join qualification q on q.id = f.qualification_id
            where f.id > :after and f.id <= :last and f.status in ('PENDING', 'FILED', 'ACCEPTED')
              and (s.released_at is not null or q.restriction = 'REVOKED'
                or q.in_force_revision is distinct from f.revision_id or %s)
            order by f.signature_id
            """.formatted(MOVED);

    private static final String ABANDONED = """
            select s.released_at is not null
                or exists (select from account_erasure e where e.account_id = s.account_id) as abandoned
            from signature s where s.id = :signature
            """;

    /**
     * Stores a pending filing for each signature and carrier, in one statement. The signatures are bound to the
     * qualification and locked. Signatures whose letter in use is not valid today get none.
     *
     * @param onlyMissing leaves out carriers with which a signature has a filing that has not ended, or whose newest
     *     filing was rejected with this revision and letter
     * @param fileWithin time from now to the due time, by the database's clock
     * @param rejected the filing that these repeat, if any
     */
    Uni<List<CarrierFiling>> request(
            Qualification qualification,
            Revision inForce,
            List<Signature> signatures,
            List<String> carriers,
            boolean onlyMissing,
            LocalDate today,
            Duration fileWithin,
            @Nullable CarrierFiling rejected) {
        return new NativeQuery(REQUEST + (onlyMissing ? MISSING : "") + REQUESTED)
                .with("today", today)
                .with("accountId", qualification.accountId())
                .with("qualification", qualification.id())
                .with("revision", inForce.id())
                .with("workOrder", inForce.workOrder().orElseThrow())
                .with("seconds", fileWithin.toSeconds())
                .with("ids", signatures.stream().map(Signature::id).toArray(Long[]::new))
                .with("names", signatures.stream().map(Signature::name).toArray(String[]::new))
                .with("letters", signatures.stream().map(Signature::letterId).toArray(Long[]::new))
                .with("carriers", carriers.toArray(String[]::new))
                .with("refiles", rejected == null ? null : rejected.id())
                .with("round", rejected == null ? 1 : rejected.round() + 1)
                .list(CarrierFiling.class);
    }

    /** Claims pending filings of a carrier, the ones due first, that nobody else has claimed. */
    public Uni<List<CarrierFiling>> claim(String carrier, UUID claim, int limit, Duration lease) {
        return new NativeQuery(CLAIM)
                .with("carrier", carrier)
                .with("claim", claim.toString())
                .with("seconds", lease.toSeconds())
                .with("limit", limit)
                .list(CarrierFiling.class)
                .map(claimed -> claimed.stream()
                        .sorted(Comparator.comparing(
                                        (CarrierFiling filing) -> filing.dueAt().orElseThrow())
                                .thenComparingLong(CarrierFiling::id))
                        .toList());
    }

    /** Cancels the filings of signatures that have not ended, in one statement, and returns them. */
    Uni<List<CarrierFiling>> cancelOfSignatures(Collection<Long> signatures, CarrierFilingCause cause, Instant now) {
        return cancel(OF_SIGNATURES, signatures, cause, now).list(CarrierFiling.class);
    }

    Uni<List<CarrierFiling>> cancelOfQualifications(
            Collection<Long> qualifications, CarrierFilingCause cause, Instant now) {
        return cancel(OF_QUALIFICATIONS, qualifications, cause, now).list(CarrierFiling.class);
    }

    /** @param ended ids of letters, each with the first day on which it is no longer valid */
    Uni<List<CarrierFiling>> cancelOfLetters(Map<Long, LocalDate> ended, CarrierFilingCause cause, Instant now) {
        List<Long> letters = List.copyOf(ended.keySet());
        return cancel(OF_LETTERS, letters, cause, now)
                .with(
                        "days",
                        letters.stream()
                                .map(letter -> String.valueOf(ended.get(letter)))
                                .toArray(String[]::new))
                .list(CarrierFiling.class);
    }

    /** Cancels the filings of a bound signature with another qualification or letter than its own. */
    Uni<List<CarrierFiling>> cancelOfOtherPlaces(Signature signature, Instant now) {
        return cancel(OF_OTHER_PLACES, List.of(signature.id()), CarrierFilingCause.MOVED, now)
                .list(CarrierFiling.class);
    }

    Uni<List<CarrierFiling>> cancelOfOtherRevisions(
            Signature signature, long revision, CarrierFilingCause cause, Instant now) {
        return cancel(OF_OTHER_REVISIONS, List.of(signature.id()), cause, now)
                .with("revision", revision)
                .list(CarrierFiling.class);
    }

    private static NativeQuery cancel(String statement, Collection<Long> ids, CarrierFilingCause cause, Instant now) {
        return new NativeQuery(statement)
                .with("ids", ids.toArray(Long[]::new))
                .with("cause", cause.name())
                .with("now", now);
    }

    /**
     * Returns bound signatures after the signature {@code after} whose filings nobody has requested, because an older
     * replica bound them.
     */
    Uni<List<Long>> signaturesWithoutFilings(long after, int limit) {
        return new NativeQuery(WITHOUT_FILINGS)
                .with("after", after)
                .with("limit", limit)
                .list(Long.class);
    }

    /**
     * Filings that were examined for damage.
     *
     * @param amount number of filings
     * @param last id of the last one; 0 without any
     * @param damaged ids of signatures with a filing that should have been cancelled
     */
    record Examined(long amount, long last, List<Long> damaged) {}

    /**
     * Examines the filings after {@code after}: whether one has not ended although its signature was released or moved,
     * or its qualification revoked or amended. Locks nothing.
     */
    Uni<Examined> examine(long after, int limit) {
        return new NativeQuery(EXAMINED)
                .with("after", after)
                .with("limit", limit)
                .first()
                .map(Optional::orElseThrow)
                .chain(batch -> new NativeQuery(DAMAGED)
                        .with("after", after)
                        .with("last", batch.number("last"))
                        .list(Long.class)
                        .map(damaged -> new Examined(batch.number("amount"), batch.number("last"), damaged)));
    }

    /**
     * Returns whether the signature was released or its account erased. Both cancel the filing, unless a replica of the
     * release before did them, or the erasure is not finished.
     */
    public Uni<Boolean> isAbandoned(CarrierFiling filing) {
        return new NativeQuery(ABANDONED)
                .with("signature", filing.signatureId())
                .single(Boolean.class);
    }

    /** Returns filings of a carrier in one state after the filing {@code after}, and one more than {@code limit}. */
    public Uni<List<CarrierFiling>> ofCarrier(String carrier, CarrierFilingStatus status, long after, int limit) {
        return find("status = ?1 and carrier = ?2 and id > ?3 order by id", status, carrier, after)
                .range(0, limit)
                .list();
    }

    /** Returns the qualification of the filing without loading the filing; fails with 404 if it does not exist. */
    public Uni<Long> qualificationOf(long id) {
        return new NativeQuery("select qualification_id from carrier_filing where id = :id")
                .with("id", id)
                .first(Long.class)
                .map(found -> found.orElseThrow(CarrierFilingRepository::notFound));
    }

    /** Returns the filing; fails with 404 if it does not exist. */
    public Uni<CarrierFiling> require(long id) {
        return findById(id).onItem().ifNull().failWith(CarrierFilingRepository::notFound);
    }

    /** Returns a filing of the qualification; fails with 404 if it has none with this id. */
    public Uni<CarrierFiling> requireOf(long qualificationId, long id) {
        return find("id = ?1 and qualificationId = ?2", id, qualificationId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(CarrierFilingRepository::notFound);
    }

    /** Returns the filing of the same signature with the same carrier that followed, if any. */
    public Uni<Optional<CarrierFiling>> following(CarrierFiling filing) {
        return find(
                        "signatureId = ?1 and carrier = ?2 and id > ?3 order by id",
                        filing.signatureId(),
                        filing.carrier(),
                        filing.id())
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Returns the filing and locks it until the transaction ends; fails with 404 if it does not exist. */
    public Uni<CarrierFiling> lock(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(CarrierFilingRepository::notFound);
    }

    /** Returns the filings of a qualification after the filing {@code after}, and one more than {@code limit}. */
    public Uni<List<CarrierFiling>> of(long qualificationId, @Nullable Long signatureId, long after, int limit) {
        return (signatureId == null
                        ? find("qualificationId = ?1 and id > ?2 order by id", qualificationId, after)
                        : find(
                                "qualificationId = ?1 and signatureId = ?3 and id > ?2 order by id",
                                qualificationId,
                                after,
                                signatureId))
                .range(0, limit)
                .list();
    }

    /** Creates the 404 for an unknown filing. */
    public static RuntimeException notFound() {
        return Problems.notFound("CARRIER_FILING_NOT_FOUND", "There is no such carrier filing.");
    }
}
